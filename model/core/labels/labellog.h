// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "labelevent.h"

#include <map>
#include <span>

namespace Decayscope {

/// How an item stands for one annotator: everything that was done to it and not undone.
struct ItemState
{
    Label draft; ///< What is chosen now, committed or not.
    std::optional<Label> committed; ///< The label that stands.
    QString committedEvent; ///< Of the Committed or Reverted that set it.
    QString committedTime;
    bool isOpened = false;
    bool isFlagged = false;
    std::optional<QString> skipped; ///< The reason; committing takes it away.
    bool isRevealed = false; ///< Something blind was shown, ever.
    QString firstReveal; ///< Its time.
    qint64 milliseconds = 0; ///< Spent at the item.
    std::vector<std::size_t> events; ///< Numbers in the log of all its events, in their order.

    [[nodiscard]] bool isDone() const { return committed || skipped; }
    [[nodiscard]] bool isHalfMade() const; ///< The draft says more than the committed label.
};

/// All label events of a store and what follows from them. Events of one stream come in order; streams may come in any:
/// the outcome is the same. Cheap to add to: a label is one event.
class LabelLog
{
public:
    /// Takes events; known ids change nothing.
    void add(std::span<const LabelEvent> events);

    [[nodiscard]] const std::vector<LabelEvent> &events() const { return m_events; }
    [[nodiscard]] const LabelEvent *find(const QString &id) const;
    [[nodiscard]] bool isUndone(const QString &id) const;

    /// A state as if nothing had happened where nothing did.
    [[nodiscard]] ItemState state(const QString &annotator, const ItemKey &item) const;

    /// All items an annotator touched in a sample.
    [[nodiscard]] std::map<ItemKey, ItemState> states(const QString &annotator, const QString &sample) const;

    /// Who wrote events in a sample (empty: anywhere), sorted.
    [[nodiscard]] QStringList annotators(const QString &sample = {}) const;

    /// What undo would take back, or redo bring again, of an annotator in a sample: the newest decision that stands,
    /// and the newest undone one while nothing was decided since. Null for nothing.
    [[nodiscard]] const LabelEvent *undoable(const QString &annotator, const QString &sample) const;
    [[nodiscard]] const LabelEvent *redoable(const QString &annotator, const QString &sample) const;

private:
    // The implementer's.
    std::vector<LabelEvent> m_events;
};

} // namespace Decayscope
