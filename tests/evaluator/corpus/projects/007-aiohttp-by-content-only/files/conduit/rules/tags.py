from conduit.records.tags import all_tags


class TagBook:
    limit = 20

    def popular(self):
        ranked = sorted(all_tags(), key=lambda tag: tag.uses, reverse=True)
        return [tag.name for tag in ranked[: self.limit]]
