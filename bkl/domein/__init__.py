"""The words, and what they mean in the language of the plans themselves.

Werkplan     het plan van een jaar; na indiening verandert het niet meer.
Jaarverslag  het verslag over dat jaar, dat op het werkplan antwoordt.
Speerpunt    één thema voor één doelgroep; ook een uitgangspunt of project heeft deze vorm.
Onderdeel    een resultaat (R1) of activiteit (A1) van een speerpunt.
Indicator    één meetbaar of beoordeelbaar ding in een onderdeel: `BD-R4.lezingen`.
Doel         wat is toegezegd: een zin, gelezen als verzameling S van goede waarden.
Waarde       wat is bereikt: een zin, gelezen als interval A.
Realisatie   wat het jaarverslag over een indicator zegt: cijfer, uitvoering, reden, bron.
Mijlpaal     wat er op een eerder moment moet staan, op weg naar het doel.
Bijstelling  een wijziging van een doel na indiening; zonder akkoord telt zij niet.
Vergelijking doel naast realisatie, met het oordeel dat de cijfers dragen.
Telling      hoe vaak elk oordeel valt; samen N.
Dossier      werkplan en jaarverslag van één jaar, met alle zinnen gelezen.
"""
