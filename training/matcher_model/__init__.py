"""The matcher's pair reader: a commitment beside a sentence of a report, read at once."""
