class DigestPlanner:
    """Turns the phrases of the settings page into numbers of days."""

    def __init__(self, spans):
        self.spans = spans

    def execute(self, phrase):
        wanted = set(phrase.lower().split())
        return sum(days for word, days in self.spans.items() if word in wanted)
