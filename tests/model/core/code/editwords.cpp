// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editwords.h"

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

namespace {

QString linesInWords(const FileEdit &edit)
{
    return edit.lastLine > 0 ? u"%1-%2 "_s.arg(edit.line).arg(edit.lastLine) : QString();
}

} // namespace

QString inLine(QString text)
{
    return text.replace(u'\n', u'¶').replace(u'\t', u'→');
}

QString inWords(const FileEdit &edit)
{
    using Kind = FileEdit::Kind;
    const auto after = u" |" + inLine(edit.after);
    const auto replaced = u" |" + inLine(edit.before.value_or(QString())) + u'|' + inLine(edit.after) + u'|';
    switch (edit.kind) {
    case Kind::Content:
        return u"content "_s + edit.path + after;
    case Kind::Append:
        return u"append "_s + edit.path + after;
    case Kind::Replace:
        return u"replace "_s + edit.path + replaced;
    case Kind::ReplaceAll:
        return (edit.oncePerLine ? u"replace first "_s : u"replace all "_s) + linesInWords(edit) + edit.path + replaced;
    case Kind::Insert:
        return u"insert %1 "_s.arg(edit.line) + edit.path + after;
    case Kind::Lines:
        return u"lines "_s + linesInWords(edit) + edit.path + after;
    case Kind::Diff:
        return u"diff "_s + edit.path + after;
    case Kind::Undo:
        return u"undo "_s + edit.path;
    case Kind::Delete:
        return u"delete "_s + edit.path;
    case Kind::Move:
        return u"move "_s + edit.path + u" > "_s + edit.target;
    case Kind::Copy:
        return u"copy "_s + edit.path + u" > "_s + edit.target;
    case Kind::Opaque:
        return u"opaque "_s + (edit.path.isEmpty() ? u"any"_s : edit.path);
    }
    return {};
}

QString reachInWords(const ShellEdit &edit)
{
    QString words = edit.edit.path;
    words += edit.reach.needsEnd ? u" end"_s : QString();
    words += edit.reach.needsQuiet ? u" quiet"_s : QString();
    words += edit.reach.needsSuccess ? u" success"_s : QString();
    words += edit.isLast ? u" last"_s : QString();
    return words;
}

QStringList versionsInWords(const CodeHistory &history, const QString &path)
{
    QStringList lines;
    for (const auto &version : history.versions(path)) {
        QStringList writers;
        for (const auto writer : version.writers)
            writers.append(writer == baseWriter ? u"b"_s : writer == unknownWriter ? u"?"_s : QString::number(writer));
        const auto knowledge = version.knowledge == FileKnowledge::Exact ? u"exact"_s
            : version.knowledge == FileKnowledge::Replayed               ? u"replayed"_s
                                                                         : u"unknown"_s;
        lines.append(u"%1 %2%3 |%4| %5"_s.arg(version.turn)
                .arg(version.exists ? QString() : u"gone "_s, knowledge, inLine(version.text), writers.join(u',')));
    }
    return lines;
}

} // namespace Decayscope::Test
