// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failurefamilies.h"

#include <base/terminaltext.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr qsizetype longestLine = 1'000; ///< In bytes; what goes on is not read.
constexpr qsizetype longestSignature = 200;

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

bool isPath(QChar c)
{
    return isWord(c) || QStringView(u"/.-:@~%+\\$").contains(c);
}

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// Where the run of characters that starts at `from` ends.
template <typename Is>
qsizetype endOf(QStringView text, qsizetype from, Is is)
{
    while (from < text.size() && is(text[from]))
        ++from;
    return from;
}

/// A thrown error names its type: "TypeError: …", "sqlalchemy.exc.OperationalError: …", "Error [ERR_X]: …".
/// Where it begins; -1 where the line throws none, or is code that would.
qsizetype thrownError(QStringView line)
{
    constexpr std::array<QStringView, 4> endings{u"Error", u"Exception", u"Interrupt", u"Rejection"};
    for (qsizetype at = 0; at < line.size();) {
        if (!isWord(line[at])) {
            ++at;
            continue;
        }
        const auto end = endOf(line, at, [](QChar c) { return isWord(c) || c == u'.'; });
        const auto word = line.sliced(at, end - at);
        const auto rest = line.sliced(end);
        const bool named = std::ranges::any_of(endings, [word](QStringView ending) { return word.endsWith(ending); });
        if (named && (rest.isEmpty() || rest.startsWith(u':') || rest.startsWith(u" [") || rest.startsWith(u" (")))
            return at;
        at = end;
    }
    return -1;
}

/// A line that complains without naming a type. Only phrases that programs complain with: the word alone stands in
/// any log.
bool isComplaint(QStringView line)
{
    constexpr std::array<QStringView, 14> phrases{u"error:", u"error]", u"err!", u"fatal:", u"fatal error", u"panic:",
        u"command not found", u"no such file", u"cannot find", u"permission denied", u"connection refused",
        u"already in use", u"out of memory", u"segmentation fault"};
    return std::ranges::any_of(
        phrases, [line](QStringView phrase) { return line.contains(phrase, Qt::CaseInsensitive); });
}

/// The end of quoted text that starts at `from`, or -1 where the sign is an apostrophe or is never closed.
qsizetype closingQuote(QStringView text, qsizetype from)
{
    if (from > 0 && isWord(text[from - 1]))
        return -1;
    for (auto at = text.indexOf(text[from], from + 1); at >= 0; at = text.indexOf(text[from], at + 1)) {
        if (at + 1 == text.size() || !isWord(text[at + 1]))
            return at;
    }
    return -1;
}

/// What stands for a run of path and word characters: paths, addresses, times and numbers lose what tells them apart.
QString generalised(QStringView run)
{
    const bool isNumber = std::ranges::all_of(run, [](QChar c) { return !c.isLetter() && c != u'/'; });
    if (isNumber)
        return std::ranges::any_of(run, [](QChar c) { return c.isDigit(); }) ? QStringLiteral("#") : run.toString();
    if (run.contains(u'/') || run.contains(u'\\'))
        return QStringLiteral("…/…");
    if (run.startsWith(u"0x"))
        return QStringLiteral("#");
    const auto isHexOrDash = [](QChar c) { return isHex(c) || c == u'-'; };
    constexpr qsizetype shortestHash = 8;
    if (run.size() >= shortestHash && std::ranges::all_of(run, isHexOrDash)
        && std::ranges::any_of(run, [](QChar c) { return c.isDigit(); }))
        return QStringLiteral("#");
    return {};
}

/// A run that is kept, but for the numbers in it that are not parts of names: "server.js:12:3", "300ms".
QString withoutPlaces(QStringView run)
{
    QString kept;
    for (qsizetype at = 0; at < run.size();) {
        const bool starts = run[at].isDigit() && (at == 0 || !isWord(run[at - 1]));
        const auto end = starts ? endOf(run, at, [](QChar c) { return c.isDigit(); }) : at + 1;
        if (starts)
            kept += u'#';
        else
            kept += run[at];
        at = end;
    }
    return kept;
}

/// Of a text that a log wrote with its line feeds escaped.
QStringView firstLine(QStringView text)
{
    const auto end = text.indexOf(u"\\n");
    return end < 0 ? text : text.first(end);
}

QString normalised(QStringView line)
{
    QString text;
    for (qsizetype at = 0; at < line.size();) {
        const auto c = line[at];
        if (const auto close = c == u'\'' || c == u'"' || c == u'`' ? closingQuote(line, at) : -1; close > at) {
            text += c % u"…" % c;
            at = close + 1;
        } else if (isPath(c)) {
            const auto end = endOf(line, at, isPath);
            const auto run = line.sliced(at, end - at);
            const auto general = generalised(run);
            text += general.isEmpty() ? withoutPlaces(run) : general;
            // A sentence's colon or full stop behind a number or path is not a part of it.
            if (!general.isEmpty() && end - at > 1 && QStringView(u":.").contains(run.back()))
                text += run.back();
            at = end;
        } else {
            text += c;
            ++at;
        }
    }
    return text.simplified().left(longestSignature);
}

} // namespace

QString logSignature(QByteArrayView log)
{
    QString complaint;
    for (auto end = log.size(); end > 0;) {
        const auto start = log.first(end).lastIndexOf('\n') + 1;
        const auto bytes = log.sliced(start, std::min(end - start, longestLine));
        end = start - 1;
        const auto line = terminalText(QString::fromUtf8(bytes)).trimmed();
        if (line.startsWith(u"at "))
            continue; // A stack frame.
        if (const auto at = thrownError(line); at >= 0)
            return normalised(firstLine(QStringView(line).sliced(at)));
        if (complaint.isEmpty() && isComplaint(line))
            complaint = line;
    }
    return normalised(complaint);
}

} // namespace Decayscope
