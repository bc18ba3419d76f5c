// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelwatch.h"

#include <QAbstractScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope::Test {

QStringList namelessParts(const QWidget &widget)
{
    QStringList found;
    for (const auto *part : widget.findChildren<QWidget *>()) {
        // Inner parts of spin boxes and lists speak through their owners; texts that can be selected speak for
        // themselves.
        const bool isInner
            = part->objectName().startsWith(u"qt_") || part->focusProxy() || part->inherits("QComboBoxListView");
        if ((part->focusPolicy() & Qt::TabFocus) == 0 || isInner)
            continue;
        const auto text = part->property("text").toString();
        if (part->accessibleName().isEmpty() && text.isEmpty())
            found << QString(QString::fromLatin1(part->metaObject()->className()) % u" in "
                % QString::fromLatin1(part->parentWidget()->metaObject()->className()));
    }
    return found;
}

Codebook smallCodebook()
{
    Codebook book{.id = u"small"_s, .title = u"Small"_s, .version = 3};
    const auto add = [&](const QString &id, const QString &title, const QString &parent = {}) -> Code & {
        book.codes.push_back({.id = id, .parent = parent, .name = id, .title = title});
        return book.codes.back();
    };
    add(u"crash"_s, u"Crash"_s).definition = u"It does not start."_s;
    auto &breach = add(u"breach"_s, u"Breach"_s);
    breach.requiredEvidence = 1;
    breach.requiresMemo = true;
    add(u"logic"_s, u"Logic <b>error</b>"_s).hint = u"Does it run & answer wrongly?"_s;
    add(u"query"_s, u"Query"_s, u"logic"_s);
    add(u"state"_s, u"State"_s, u"logic"_s);
    add(u"old"_s, u"Old kind"_s, u"logic"_s).deprecated = true;
    add(u"gone"_s, u"Gone"_s).deprecated = true;
    return book;
}

QString printed(const LabelAction &action)
{
    auto words = labelActionName(action);
    if (const auto *chosen = std::get_if<Chosen>(&action))
        words += u' ' + chosen->code + (chosen->isSubcode ? u" (kind)"_s : QString());
    else if (const auto *rated = std::get_if<Rated>(&action))
        words += u' ' + QString::number(rated->confidence);
    else if (const auto *noted = std::get_if<Noted>(&action))
        words += u' ' + noted->memo;
    else if (const auto *removed = std::get_if<EvidenceRemoved>(&action))
        words += u' ' + removed->evidence;
    else if (const auto *flagged = std::get_if<Flagged>(&action))
        words += flagged->on ? u" on"_s : u" off"_s;
    else if (const auto *skipped = std::get_if<Skipped>(&action))
        words += u' ' + skipped->reason;
    return words;
}

void apply(ItemState &state, const LabelAction &action)
{
    auto &draft = state.draft;
    if (const auto *chosen = std::get_if<Chosen>(&action)) {
        (chosen->isSubcode ? draft.subcode : draft.code) = chosen->code;
        if (!chosen->isSubcode)
            draft.subcode.clear();
    } else if (std::holds_alternative<Cleared>(action)) {
        (draft.subcode.isEmpty() ? draft.code : draft.subcode).clear();
    } else if (const auto *rated = std::get_if<Rated>(&action)) {
        draft.confidence = rated->confidence;
    } else if (const auto *noted = std::get_if<Noted>(&action)) {
        draft.memo = noted->memo;
    } else if (const auto *removed = std::get_if<EvidenceRemoved>(&action)) {
        std::erase_if(draft.evidence, [&](const Evidence &piece) { return piece.id == removed->evidence; });
    } else if (const auto *flagged = std::get_if<Flagged>(&action)) {
        state.isFlagged = flagged->on;
    } else if (const auto *skipped = std::get_if<Skipped>(&action)) {
        state.skipped = skipped->reason;
    }
}

Evidence evidenceAt(const char *id, int turn, const char *quote)
{
    Evidence evidence;
    evidence.id = QString::fromUtf8(id);
    evidence.turn = turn;
    evidence.quote = QString::fromUtf8(quote);
    return evidence;
}

} // namespace Decayscope::Test
