// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "labelevent.h"

#include <QHash>
#include <QSet>

#include <deque>
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
///
/// Events are ordered by time; within a stream by number, whatever the clock said; equal ones by stream.
class LabelLog
{
public:
    /// Takes events; known ids change nothing, except that an event which was not stored yet gets its place in its
    /// stream when it comes again with one.
    void add(std::span<const LabelEvent> events);

    /// Takes away events that were added but could not be stored.
    void remove(const QStringList &ids);

    [[nodiscard]] const std::vector<LabelEvent> &events() const { return m_events; }
    [[nodiscard]] const LabelEvent *find(const QString &id) const;
    [[nodiscard]] bool isUndone(const QString &id) const;

    /// A state as if nothing had happened where nothing did. Of adjudicatedName: what was decided, whoever wrote it.
    [[nodiscard]] ItemState state(const QString &annotator, const ItemKey &item) const;

    /// All items an annotator touched in a sample.
    [[nodiscard]] std::map<ItemKey, ItemState> states(const QString &annotator, const QString &sample) const;

    /// Who wrote events in a sample (empty: anywhere), sorted.
    [[nodiscard]] QStringList annotators(const QString &sample = {}) const;

    /// What undo would take back, or redo bring again, of an annotator in a sample: the newest decision that stands,
    /// and the newest undone one while nothing was decided since. Null for nothing.
    [[nodiscard]] const LabelEvent *undoable(const QString &annotator, const QString &sample) const;
    [[nodiscard]] const LabelEvent *redoable(const QString &annotator, const QString &sample) const;

    /// Items that adjudication decided something of, and decisions outside of samples as the key without item.
    [[nodiscard]] std::vector<ItemKey> adjudicatedItems() const;
    /// The standing adjudications of an item, in their order.
    [[nodiscard]] std::vector<std::size_t> adjudications(const ItemKey &item) const;

    /// Events outside of samples, in their order, without undone ones: imported labels.
    [[nodiscard]] std::vector<std::size_t> outsideSamples() const;

    /// Whether event `a` is before event `b`; numbers in the log.
    [[nodiscard]] bool isBefore(std::size_t a, std::size_t b) const;

private:
    /// What orders an event among all.
    struct Place
    {
        QString time; ///< Never before that of an earlier event of its stream.
        qint64 number = 0; ///< Greatest while it is not stored.
        std::size_t stamp = 0; ///< In what order its undoing or redoing came; 0 for never decided.
        enum class Standing : quint8 { Fact, Done, Undone, Lost } standing = Standing::Fact;
    };

    struct Stream
    {
        QString lastTime;
        qint64 lastNumber = 0;
        std::deque<std::size_t> unstored;
    };

    /// What one annotator did in one sample.
    struct Group
    {
        std::vector<std::size_t> events; ///< In order.
        std::map<ItemKey, std::vector<std::size_t>> items; ///< The same, an item each.
        std::map<std::size_t, std::size_t> done; ///< Stamp → decision that stands.
        std::map<std::size_t, std::size_t> undone; ///< Stamp → decision that redo may bring again.
        std::size_t lastStamp = 0;
    };

    using GroupKey = std::pair<QString, QString>; ///< Annotator and sample.

    bool append(const LabelEvent &event);
    bool settle(std::size_t index, const LabelEvent &stored);
    bool placeInStream(std::size_t index);
    void placeInGroup(std::size_t index, QSet<GroupKey> &disordered);
    void follow(Group &group, std::size_t index);
    void followDecision(Group &group, std::size_t index);
    void followUndoing(Group &group, const GroupKey &key, const QString &id, bool isUndo);
    void sortGroup(const GroupKey &key);
    void rebuild();
    [[nodiscard]] bool isUndone(std::size_t index) const;
    [[nodiscard]] GroupKey groupKey(std::size_t index) const;
    [[nodiscard]] const Group *group(const QString &annotator, const QString &sample) const;
    [[nodiscard]] ItemState adjudicatedState(const ItemKey &item) const;
    [[nodiscard]] ItemState folded(const std::vector<std::size_t> &events) const;
    void fold(ItemState &state, std::size_t index) const;

    std::vector<LabelEvent> m_events;
    std::vector<Place> m_places; ///< Of each event.
    QHash<QString, std::size_t> m_byId;
    QHash<QString, Stream> m_streams;
    std::map<GroupKey, Group> m_groups;
    std::map<ItemKey, std::vector<std::size_t>> m_adjudications;
};

} // namespace Decayscope
