"""Why something is not done, each with the fields at fault."""


class Refusal(Exception):
    def __init__(self, *fields):
        super().__init__(", ".join(fields))
        self.fields = fields


class Malformed(Refusal):
    pass


class Unknown(Refusal):
    pass


class Conflict(Refusal):
    pass


class Invalid(Refusal):
    pass
