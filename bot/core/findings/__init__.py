"""What a message mentions: troubles, medicines, worries, questions; and how each is meant. Words only, no diagnosis."""
