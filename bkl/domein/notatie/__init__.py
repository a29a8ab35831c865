"""The ground floor: phrases, numbers, units and moments; knows no model."""
