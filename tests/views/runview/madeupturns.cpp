// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "madeupturns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope::Test {

namespace {

TurnContent of(TurnRole role, TurnKind kind, std::vector<TurnPart> parts)
{
    TurnContent turn;
    turn.role = role;
    turn.kind = kind;
    turn.parts = std::move(parts);
    return turn;
}

} // namespace

MadeUpTurns::MadeUpTurns(std::vector<TurnContent> turns)
    : m_turns(std::move(turns))
{
    for (size_t i = 0; i < m_turns.size(); ++i)
        m_turns[i].index = static_cast<int>(i);
}

int MadeUpTurns::count() const
{
    return static_cast<int>(m_turns.size());
}

Turn MadeUpTurns::outline(int index) const
{
    const auto &turn = m_turns[static_cast<size_t>(index)];
    Turn outline{.index = index, .role = turn.role};
    for (const auto &part : turn.parts)
        outline.length += part.text.size() + 40;
    return outline;
}

TurnContent MadeUpTurns::turn(int index) const
{
    ++reads;
    return m_turns[static_cast<size_t>(index)];
}

QByteArray MadeUpTurns::raw(int index) const
{
    QJsonArray parts;
    for (const auto &part : m_turns[static_cast<size_t>(index)].parts)
        parts.append(part.text);
    return QJsonDocument(QJsonObject{{QStringLiteral("parts"), parts}}).toJson(QJsonDocument::Compact);
}

TurnContent aPrompt(const QString &text)
{
    return of(TurnRole::User, TurnKind::Prompt, {{.kind = PartKind::Text, .text = text}});
}

TurnContent aCommand(const QString &thought, const QString &command)
{
    return of(TurnRole::Assistant, TurnKind::Command,
        {{.kind = PartKind::Text, .text = thought},
            {.kind = PartKind::Command, .text = command, .tool = QStringLiteral("bash")}});
}

TurnContent anOutput(const QString &output, int returnCode)
{
    return of(
        TurnRole::Tool, TurnKind::Observation, {{.kind = PartKind::Output, .text = output, .returnCode = returnCode}});
}

TurnContent anEdit(const QString &path, const QString &content)
{
    return of(TurnRole::Assistant, TurnKind::Edit,
        {{.kind = PartKind::Edit,
            .text = QStringLiteral("create ") + path,
            .edit = FileEdit{.kind = FileEdit::Kind::Content, .path = path, .after = content}}});
}

QString lines(int count)
{
    QStringList rows;
    for (int i = 1; i <= count; ++i)
        rows.append(QStringLiteral("line %1").arg(i));
    return rows.join(u'\n');
}

std::vector<TurnContent> aRun(int turns, int outputLines)
{
    std::vector<TurnContent> run;
    for (int i = 0; i < turns; ++i)
        run.push_back(i % 2 == 0
                ? aCommand(QStringLiteral("Thought %1.").arg(i + 1), QStringLiteral("npm run step%1").arg(i + 1))
                : anOutput(lines(outputLines) + QStringLiteral("\nend %1").arg(i + 1)));
    return run;
}

} // namespace Decayscope::Test
