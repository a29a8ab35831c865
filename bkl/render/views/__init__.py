"""One file per report: a frozen view, and `build(stof)` that computes it.

Everything that is counted, chosen or sorted happens here; templates only repeat. A module
whose name begins with an underscore is a part that reports share.
"""
