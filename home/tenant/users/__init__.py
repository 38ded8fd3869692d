"""People with an account: staff, partners, volunteers. A resident never needs one."""
