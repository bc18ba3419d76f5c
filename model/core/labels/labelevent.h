// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "label.h"

#include <variant>

namespace Decayscope {

// What an annotator can do with an item. Everything is an event; nothing is ever changed or taken away.

struct Opened
{
    bool operator==(const Opened &) const = default;
};
/// Chooses a code of level 1 (which forgets the one of level 2) or of level 2 under the chosen one.
struct Chosen
{
    QString code;
    bool isSubcode = false;
    bool operator==(const Chosen &) const = default;
};
/// Takes back the code of level 2, or else the one of level 1.
struct Cleared
{
    bool operator==(const Cleared &) const = default;
};
struct Rated
{
    int confidence = 0;
    bool operator==(const Rated &) const = default;
};
struct Noted
{
    QString memo;
    bool operator==(const Noted &) const = default;
};
struct EvidenceAdded
{
    Evidence evidence;
    bool operator==(const EvidenceAdded &) const = default;
};
struct EvidenceRemoved
{
    QString evidence;
    bool operator==(const EvidenceRemoved &) const = default;
};
struct Flagged
{
    bool on = true;
    bool operator==(const Flagged &) const = default;
};
struct Skipped
{
    QString reason;
    bool operator==(const Skipped &) const = default;
};
/// The label is made. It carries everything, so that history reads without replay.
struct Committed
{
    Label label;
    bool operator==(const Committed &) const = default;
};
/// The label of an earlier Committed of the same annotator and item stands again.
struct Reverted
{
    QString event;
    bool operator==(const Reverted &) const = default;
};
struct Undone
{
    QString event;
    bool operator==(const Undone &) const = default;
};
struct Redone
{
    QString event;
    bool operator==(const Redone &) const = default;
};
/// Something blind was shown: "identity", "judge", "others".
struct Revealed
{
    QString what;
    bool operator==(const Revealed &) const = default;
};
/// Time at the item since it was shown, without idle time.
struct Spent
{
    qint64 milliseconds = 0;
    bool operator==(const Spent &) const = default;
};
/// A third person's or the pair's decision. The labels it rests on stay. Stands as annotator adjudicatedName.
struct Adjudicated
{
    Label label;
    QStringList basis;
    bool operator==(const Adjudicated &) const = default;
};
/// A label from a file. `precedence`: where one file of a source is more special than another ("per model" 1 before
/// "generic" 0), see LabelBook.
struct Imported
{
    Label label;
    QString source;
    int precedence = 0;
    bool operator==(const Imported &) const = default;
};

using LabelAction = std::variant<Opened, Chosen, Cleared, Rated, Noted, EvidenceAdded, EvidenceRemoved, Flagged,
    Skipped, Committed, Reverted, Undone, Redone, Revealed, Spent, Adjudicated, Imported>;

/// "opened", "chosen", …
[[nodiscard]] QString labelActionName(const LabelAction &action);
/// Whether undo takes it back: what the annotator decided, not what happened (opening, time, reveals, imports, undo).
[[nodiscard]] bool isUndoable(const LabelAction &action);

/// The item of a sample that an annotator has before them. Repeats for intra-rater checks are occurrences 1, 2, …
struct ItemKey
{
    QString sample; ///< Its id; empty for labels outside of samples.
    int item = -1; ///< Its number in the sample from 0; -1 outside of samples.
    int occurrence = 0;

    bool operator==(const ItemKey &) const = default;
    std::strong_ordering operator<=>(const ItemKey &) const = default;
};

/// One entry of the journal. A stream is what one annotator wrote in one store; it is numbered from 1 without gaps, and
/// each event carries the hash of the one before: hash = SHA-256(previous hash, canonical JSON of all other fields).
struct LabelEvent
{
    QString id; ///< UUID; for imported labels made from their content, so that importing again adds nothing.
    QString stream;
    qint64 number = 0; ///< 0 until it is stored.
    QString time; ///< ISO 8601 with milliseconds, UTC.
    QString annotator;
    ItemKey item;
    LabelTarget target; ///< Only of labels outside of samples; of others the sample says it.
    LabelAction action;
    QByteArray previous; ///< 32 bytes; empty for the first of a stream.
    QByteArray hash; ///< 32 bytes; empty until it is stored.

    bool operator==(const LabelEvent &) const = default;
};

inline constexpr QLatin1StringView adjudicatedName{"adjudicated"};
inline constexpr QLatin1StringView judgeName{"judge"};

/// An event whose JSON is longer is refused.
inline constexpr qsizetype longestLabelEvent = 1'048'576;

/// One JSON object on one line, without its line feed; keys sorted: equal events, equal bytes.
[[nodiscard]] QByteArray labelEventJson(const LabelEvent &event);
/// Errors: InvalidInput with what is wrong.
[[nodiscard]] Result<LabelEvent> labelEventFromJson(const QByteArray &json);

/// What the event's hash must be, given its other fields.
[[nodiscard]] QByteArray labelEventHash(const LabelEvent &event);

/// A new event with a new id and the time of the clock; stream, number and hashes are the store's to fill.
[[nodiscard]] LabelEvent makeLabelEvent(const QString &annotator, const ItemKey &item, LabelAction action);

} // namespace Decayscope
