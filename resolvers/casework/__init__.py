"""Guards, effects and rules of casework: referrals, relationships, programmes, contracts, notes, forms."""
