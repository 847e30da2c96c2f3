"""Referrals, contracts, attendance and coaching of the demo's clients."""
