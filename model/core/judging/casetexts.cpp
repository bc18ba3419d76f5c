// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casetexts.h"

#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// Shorter names stand for nothing by themselves.
constexpr qsizetype shortestName = 3;

QString editText(const TurnPart &part)
{
    QStringList texts{part.text};
    if (part.edit && part.edit->before)
        texts.append(u"before:\n" % *part.edit->before);
    if (part.edit && !part.edit->after.isEmpty())
        texts.append(u"after:\n" % part.edit->after);
    return texts.join(u'\n');
}

QString outputText(const TurnPart &part)
{
    const auto code = part.returnCode ? QString(u", exit status " % QString::number(*part.returnCode)) : QString();
    return u"output" % code % u":\n" % part.text;
}

QString commandText(const TurnPart &part)
{
    const auto tool = part.tool.isEmpty() ? QString() : QString(u" of " % part.tool);
    return u"command" % tool % u":\n" % part.text;
}

QString partText(const TurnPart &part)
{
    switch (part.kind) {
    case PartKind::Text:
    case PartKind::Reasoning:
    case PartKind::Raw:
    case PartKind::Image:
        break;
    case PartKind::Command:
        return commandText(part);
    case PartKind::Output:
        return outputText(part);
    case PartKind::Error:
        return u"error:\n" % part.text;
    case PartKind::Edit:
        return editText(part);
    }
    return part.text;
}

/// What stands in texts for a name: it, and the pieces between its slashes.
QStringList namesOf(const Configuration &configuration)
{
    QStringList names{configuration.model, configuration.scaffold};
    names += configuration.model.split(u'/');
    names.removeIf([](const QString &name) { return name.size() < shortestName; });
    names.removeDuplicates();
    return names;
}

/// Separators in names are alike, and may be absent. Nothing for a name of separators alone: it would fit everywhere.
std::optional<QRegularExpression> patternOf(const QString &name)
{
    static const QRegularExpression separators(u"[-_. ]+"_s);
    QStringList pieces;
    for (const auto &piece : name.split(separators, Qt::SkipEmptyParts))
        pieces.append(QRegularExpression::escape(piece));
    if (pieces.isEmpty())
        return std::nullopt;
    return QRegularExpression(u"(?<![A-Za-z0-9])" % pieces.join(u"[-_. ]?"_s) % u"(?![A-Za-z0-9])",
        QRegularExpression::CaseInsensitiveOption);
}

} // namespace

QString judgedTurnText(const TurnContent &turn)
{
    QStringList texts;
    for (const auto &part : turn.parts) {
        if (const auto text = partText(part).trimmed(); !text.isEmpty())
            texts.append(text);
    }
    return u'[' % turnRoleName(turn.role) % u"]\n" % texts.join(u'\n');
}

QString middleLeftOut(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    auto head = most / 2;
    auto tail = most - head;
    if (text.at(head - 1).isHighSurrogate())
        --head;
    if (text.at(text.size() - tail).isLowSurrogate())
        --tail;
    return text.first(head) % u"\n\n[... " % QString::number(text.size() - head - tail)
        % u" characters left out ...]\n\n" % text.last(tail);
}

QString lastLines(const QByteArray &log, int lines, qsizetype longest)
{
    auto end = log.size();
    while (end > 0 && (log.at(end - 1) == '\n' || log.at(end - 1) == '\r'))
        --end;
    auto begin = end;
    for (int found = 0; begin > 0; --begin) {
        if (log.at(begin - 1) == '\n' && ++found == lines)
            break;
    }
    auto last = QString::fromUtf8(log.sliced(begin, end - begin)).split(u'\n');
    for (auto &line : last)
        line = middleLeftOut(line.trimmed().isEmpty() ? QString() : line.remove(u'\r'), longest);
    return last.join(u'\n');
}

QString withoutNames(QString text, const Configuration &configuration)
{
    for (const auto &name : namesOf(configuration)) {
        if (const auto pattern = patternOf(name); pattern && pattern->isValid())
            text.replace(*pattern, u"MASKED"_s);
    }
    return text;
}

} // namespace Decayscope
