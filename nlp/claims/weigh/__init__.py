"""Weighs the readings of each figure: rules propose, weights learned from annotated text choose."""
