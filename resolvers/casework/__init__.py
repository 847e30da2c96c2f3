"""Guards, effects and rules of casework: referrals, relationships, programmes, contracts, attendance, notes, forms."""
