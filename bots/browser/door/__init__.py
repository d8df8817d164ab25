"""The door of a write: what a request says is read before it leaves, and compared with what the plan says."""
