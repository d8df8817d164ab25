"""A night of everything going wrong: plans, weather, a clerk by hand, kills, and the judgement afterwards."""
