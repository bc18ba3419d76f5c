// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pathpattern.h"

#include <QUrl>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype longestPath = 2048;

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Behind the bracket that closes the one at `at`; the end of the text where none does.
qsizetype behindBracket(QStringView text, qsizetype at)
{
    const auto open = text[at];
    const auto close = open == u'(' ? u')' : open == u'{' ? u'}' : open == u'[' ? u']' : u'>';
    int depth = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == u'\\')
            ++at;
        else if (text[at] == open)
            ++depth;
        else if (text[at] == close && --depth == 0)
            return at + 1;
    }
    return text.size();
}

qsizetype behindName(QStringView text, qsizetype at)
{
    while (at < text.size() && isNameCharacter(text[at]))
        ++at;
    return at;
}

/// `slug` of "str:slug" (Flask, Django) or of "slug:regex" (aiohttp, FastAPI).
QStringView nameInBrackets(QStringView inside, bool typeFirst)
{
    const auto colon = typeFirst ? inside.lastIndexOf(u':') : inside.indexOf(u':');
    const auto name = colon < 0 ? inside : typeFirst ? inside.sliced(colon + 1) : inside.first(colon);
    return name.trimmed();
}

QStringList segmentsOf(QStringView path)
{
    QStringList segments;
    for (const auto segment : path.split(u'/', Qt::SkipEmptyParts))
        segments.append(segment.toString());
    return segments;
}

} // namespace

QString joinedPath(const QString &prefix, const QString &path)
{
    auto left = prefix;
    while (left.endsWith(u'/'))
        left.chop(1);
    auto right = QStringView(path);
    while (right.startsWith(u'/'))
        right = right.sliced(1);
    if (!left.isEmpty() && !left.startsWith(u'/'))
        left.prepend(u'/');
    const QString whole = right.isEmpty() ? left : left + u'/' + right;
    return whole.size() > longestPath ? whole.first(longestPath) : whole;
}

QString plainPath(QStringView path)
{
    QString plain;
    for (qsizetype i = 0; i < path.size();) {
        const auto c = path[i];
        if (c == u'<' || (c == u'{' && i + 1 < path.size() && path[i + 1] != u'/')) {
            const auto end = behindBracket(path, i);
            const auto inside = path.sliced(i + 1, std::max<qsizetype>(end - i - 2, 0));
            plain += u':' + nameInBrackets(inside, c == u'<');
            i = end;
        } else if (c == u':' && i + 1 < path.size() && isNameCharacter(path[i + 1])) {
            auto end = behindName(path, i + 1);
            plain += path.sliced(i, end - i);
            if (end < path.size() && (path[end] == u'(' || path[end] == u'{'))
                end = behindBracket(path, end);
            while (end < path.size() && QStringView(u"?+*").contains(path[end]))
                ++end;
            i = end;
        } else {
            plain += c;
            ++i;
        }
    }
    while (plain.size() > 1 && plain.endsWith(u'/'))
        plain.chop(1);
    return plain;
}

QString pathOfRegex(QStringView regex)
{
    QString plain;
    int unnamed = 0;
    for (qsizetype i = 0; i < regex.size();) {
        const auto c = regex[i];
        if (c == u'(') {
            const auto end = behindBracket(regex, i);
            const auto group = regex.sliced(i, end - i);
            const bool isNamed = group.startsWith(u"(?P<");
            const auto name = isNamed ? group.sliced(4, behindName(group, 4) - 4).toString()
                                      : QStringLiteral("group%1").arg(++unnamed);
            plain += u':' + name;
            i = end;
        } else if (c == u'\\' && i + 1 < regex.size()) {
            plain += regex[i + 1] == u'Z' || regex[i + 1] == u'A' ? QString() : QString(regex[i + 1]);
            i += 2;
        } else {
            if (c != u'^' && c != u'$' && c != u'?' && c != u'*' && c != u'+')
                plain += c;
            ++i;
        }
    }
    while (plain.endsWith(u'/'))
        plain.chop(1);
    return plain;
}

QStringList segmentsOfUrl(const QString &url)
{
    auto path = QStringView(url);
    if (const auto scheme = path.indexOf(u"://"); scheme >= 0) {
        const auto slash = path.indexOf(u'/', scheme + 3);
        path = slash < 0 ? QStringView() : path.sliced(slash);
    }
    // A variable of the suite that stands for the server.
    if (path.startsWith(u"{{"))
        path = path.indexOf(u"}}") < 0 ? QStringView() : path.sliced(path.indexOf(u"}}") + 2);
    const qsizetype end = std::ranges::find_if(path, [](QChar c) { return c == u'?' || c == u'#'; }) - path.begin();
    auto segments = segmentsOf(path.first(std::min(end, longestPath)));
    for (auto &segment : segments)
        segment = QUrl::fromPercentEncoding(segment.toUtf8());
    return segments;
}

QStringList segmentsOfPath(const QString &path)
{
    return segmentsOf(path);
}

bool isFixedSegment(QStringView pattern)
{
    return !pattern.contains(u':') && !pattern.contains(u'*');
}

bool segmentFits(QStringView pattern, QStringView segment)
{
    const auto colon = pattern.indexOf(u':');
    if (colon >= 0)
        return segment.size() > colon && segment.startsWith(pattern.first(colon));
    return pattern == u"*" || pattern == segment;
}

} // namespace Decayscope
