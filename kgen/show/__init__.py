"""What is shown of objects and their wiring beside findings; in kubectl's layout where kubectl has one."""
