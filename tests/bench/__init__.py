"""The numbers that the issues ask for, each beside its baseline in the same run:  python -m tests.bench"""
