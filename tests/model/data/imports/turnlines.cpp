// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnlines.h"

#include <imports/storedturns.h>

#include <map>

namespace Decayscope::Test {

namespace {

constexpr qsizetype longestText = 40;

QString shortened(const QString &text)
{
    auto line = text.size() > longestText ? text.first(longestText) + u'…' : text;
    return u'\'' + line.replace(u'\n', QStringLiteral("⏎")) + u'\'';
}

QString partName(PartKind kind)
{
    switch (kind) {
    case PartKind::Text:
        return QStringLiteral("text");
    case PartKind::Reasoning:
        return QStringLiteral("reasoning");
    case PartKind::Command:
        return QStringLiteral("command");
    case PartKind::Output:
        return QStringLiteral("output");
    case PartKind::Error:
        return QStringLiteral("error");
    case PartKind::Edit:
        return QStringLiteral("edit");
    case PartKind::Image:
        return QStringLiteral("image");
    case PartKind::Raw:
        return QStringLiteral("raw");
    }
    return {};
}

QString editLine(const FileEdit &edit)
{
    auto line = QStringLiteral(" %1 %2")
                    .arg(edit.evidence == FileEdit::Evidence::Asked ? u"asked" : u"reported")
                    .arg(static_cast<int>(edit.kind));
    if (edit.line > 0 || edit.lastLine > 0)
        line += QStringLiteral(" %1-%2").arg(edit.line).arg(edit.lastLine);
    if (edit.before)
        line += u' ' + shortened(*edit.before);
    return line + QStringLiteral(" → ") + shortened(edit.after);
}

QString partLine(const TurnPart &part)
{
    QString line = partName(part.kind);
    if (!part.tool.isEmpty())
        line += u' ' + part.tool;
    if (part.returnCode)
        line += QStringLiteral(" rc=%1").arg(*part.returnCode);
    if (part.isError)
        line += QStringLiteral(" failed");
    if (!part.workingFolder.isEmpty())
        line += QStringLiteral(" in ") + part.workingFolder;
    line += u' ' + shortened(part.text);
    return part.edit ? line + editLine(*part.edit) : line;
}

QString extras(const TurnContent &turn)
{
    QString line;
    if (turn.time)
        line += QStringLiteral(" at=%1").arg(*turn.time);
    if (turn.seconds)
        line += QStringLiteral(" s=%1").arg(*turn.seconds);
    if (turn.tokens)
        line += QStringLiteral(" tokens=%1+%2").arg(turn.tokens->input).arg(turn.tokens->output);
    if (turn.cost)
        line += QStringLiteral(" cost=%1").arg(*turn.cost);
    return turn.isKnown ? line : line + QStringLiteral(" unknown");
}

} // namespace

std::shared_ptr<const TurnSource> turnsOfBundle(const RunBundle &bundle)
{
    const auto *events = bundle.document(DocumentKind::TrajectoryEvents);
    const auto *single = bundle.document(DocumentKind::Trajectory);
    const auto *state = bundle.document(DocumentKind::TrajectoryState);
    const auto *trajectory = events ? events : single;
    return openTurns(trajectory ? *trajectory : Document{}, state ? std::optional(*state) : std::nullopt,
        trajectory ? bundle.turns : std::vector<Turn>());
}

QString lineOf(const TurnContent &turn)
{
    QStringList parts;
    for (const auto &part : turn.parts)
        parts.append(partLine(part));
    return QStringLiteral("%1 %2 %3%4: ")
               .arg(turn.index)
               .arg(turnKindName(turn.kind), turnRoleName(turn.role), extras(turn))
        + parts.join(QStringLiteral(" | "));
}

QStringList linesOfTurns(const TurnSource &turns)
{
    QStringList lines;
    for (int index = 0; index < turns.count(); ++index)
        lines.append(lineOf(turns.turn(index)));
    return lines;
}

QStringList kindCounts(const TurnSource &turns)
{
    std::map<QString, int> counts;
    for (int index = 0; index < turns.count(); ++index)
        ++counts[turnKindName(turns.turn(index).kind)];
    QStringList lines;
    for (const auto &[name, count] : counts)
        lines.append(QStringLiteral("%1 %2").arg(name).arg(count));
    return lines;
}

} // namespace Decayscope::Test
