// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelactions.h"

#include <array>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// Names in the order of the variant; a check beside them keeps both of one length.
constexpr std::array actionNames{"opened"_L1, "chosen"_L1, "cleared"_L1, "rated"_L1, "noted"_L1, "evidence_added"_L1,
    "evidence_removed"_L1, "flagged"_L1, "skipped"_L1, "committed"_L1, "reverted"_L1, "undone"_L1, "redone"_L1,
    "revealed"_L1, "spent"_L1, "adjudicated"_L1, "imported"_L1};
static_assert(actionNames.size() == std::variant_size_v<LabelAction>);

/// Takes one action apart for JSON: one function a kind.
struct ActionWriter
{
    QJsonObject operator()(const Opened &) const { return {}; }
    QJsonObject operator()(const Chosen &a) const { return {{u"code"_s, a.code}, {u"isSubcode"_s, a.isSubcode}}; }
    QJsonObject operator()(const Cleared &) const { return {}; }
    QJsonObject operator()(const Rated &a) const { return {{u"confidence"_s, a.confidence}}; }
    QJsonObject operator()(const Noted &a) const { return {{u"memo"_s, a.memo}}; }
    QJsonObject operator()(const EvidenceAdded &a) const { return {{u"evidence"_s, evidenceJson(a.evidence)}}; }
    QJsonObject operator()(const EvidenceRemoved &a) const { return {{u"evidence"_s, a.evidence}}; }
    QJsonObject operator()(const Flagged &a) const { return {{u"on"_s, a.on}}; }
    QJsonObject operator()(const Skipped &a) const { return {{u"reason"_s, a.reason}}; }
    QJsonObject operator()(const Committed &a) const { return {{u"label"_s, labelJson(a.label)}}; }
    QJsonObject operator()(const Reverted &a) const { return {{u"event"_s, a.event}}; }
    QJsonObject operator()(const Undone &a) const { return {{u"event"_s, a.event}}; }
    QJsonObject operator()(const Redone &a) const { return {{u"event"_s, a.event}}; }
    QJsonObject operator()(const Revealed &a) const { return {{u"what"_s, a.what}}; }
    QJsonObject operator()(const Spent &a) const { return {{u"milliseconds"_s, a.milliseconds}}; }
    QJsonObject operator()(const Adjudicated &a) const
    {
        return {{u"basis"_s, QJsonArray::fromStringList(a.basis)}, {u"label"_s, labelJson(a.label)}};
    }
    QJsonObject operator()(const Imported &a) const
    {
        return {{u"label"_s, labelJson(a.label)}, {u"precedence"_s, a.precedence}, {u"source"_s, a.source}};
    }
};

using ActionReader = LabelAction (*)(JsonFields &);

/// In the order of the variant.
constexpr std::array<ActionReader, actionNames.size()> actionReaders{
    [](JsonFields &) -> LabelAction { return Opened(); },
    [](JsonFields &f) -> LabelAction { return Chosen{f.someText("code"_L1), f.flag("isSubcode"_L1)}; },
    [](JsonFields &) -> LabelAction { return Cleared(); },
    [](JsonFields &f) -> LabelAction { return Rated{f.number("confidence"_L1, 0, 3)}; },
    [](JsonFields &f) -> LabelAction { return Noted{f.text("memo"_L1)}; },
    [](JsonFields &f) -> LabelAction { return EvidenceAdded{evidenceFrom(f.object("evidence"_L1))}; },
    [](JsonFields &f) -> LabelAction { return EvidenceRemoved{f.someText("evidence"_L1)}; },
    [](JsonFields &f) -> LabelAction { return Flagged{f.flag("on"_L1)}; },
    [](JsonFields &f) -> LabelAction { return Skipped{f.text("reason"_L1)}; },
    [](JsonFields &f) -> LabelAction { return Committed{labelFrom(f.object("label"_L1))}; },
    [](JsonFields &f) -> LabelAction { return Reverted{f.someText("event"_L1)}; },
    [](JsonFields &f) -> LabelAction { return Undone{f.someText("event"_L1)}; },
    [](JsonFields &f) -> LabelAction { return Redone{f.someText("event"_L1)}; },
    [](JsonFields &f) -> LabelAction { return Revealed{f.text("what"_L1)}; },
    [](JsonFields &f) -> LabelAction { return Spent{f.integer("milliseconds"_L1, 0, longestStay)}; },
    [](JsonFields &f) -> LabelAction { return Adjudicated{labelFrom(f.object("label"_L1)), f.texts("basis"_L1)}; },
    [](JsonFields &f) -> LabelAction {
        return Imported{labelFrom(f.object("label"_L1)), f.text("source"_L1), f.number("precedence"_L1, -1000, 1000)};
    },
};

} // namespace

QString labelActionName(const LabelAction &action)
{
    return actionNames.at(action.index());
}

bool isUndoable(const LabelAction &action)
{
    return !std::holds_alternative<Opened>(action) && !std::holds_alternative<Undone>(action)
        && !std::holds_alternative<Redone>(action) && !std::holds_alternative<Revealed>(action)
        && !std::holds_alternative<Spent>(action) && !std::holds_alternative<Imported>(action);
}

QJsonObject actionJson(const LabelAction &action)
{
    return std::visit(ActionWriter(), action);
}

LabelAction actionFrom(QStringView name, JsonFields fields)
{
    for (std::size_t kind = 0; kind < actionNames.size(); ++kind) {
        if (name == actionNames.at(kind))
            return actionReaders.at(kind)(fields);
    }
    fields.refuse("action"_L1, u"is none that this program knows; a newer one may");
    return Opened();
}

} // namespace Decayscope
