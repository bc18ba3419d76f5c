// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnmatcher.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// How many steps PCRE may take from one place of a row, and how much memory; a pattern can only lower them.
constexpr auto limits = u"(*LIMIT_MATCH=20000)(*LIMIT_DEPTH=2000)(*LIMIT_HEAP=8000)";

bool isCore(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

/// The longest run of ASCII letters and digits.
QByteArray coreOf(const QString &pattern)
{
    QStringView best;
    for (qsizetype at = 0; at < pattern.size();) {
        const auto start = std::find_if(pattern.begin() + at, pattern.end(), isCore);
        const auto end = std::find_if_not(start, pattern.end(), isCore);
        const QStringView run(start, end);
        if (run.size() > best.size())
            best = run;
        at = end - pattern.begin() + 1;
    }
    return best.toLatin1();
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Horspool's search, taking ASCII letters of either case for the same. `needle` is in lower case.
bool containsIgnoringCase(const QByteArray &hay, const QByteArray &needle)
{
    std::array<qsizetype, 256> skips{};
    skips.fill(needle.size());
    for (qsizetype i = 0; i + 1 < needle.size(); ++i)
        skips[static_cast<unsigned char>(needle[i])] = needle.size() - 1 - i;
    const auto *bytes = hay.constData();
    for (qsizetype at = 0; at + needle.size() <= hay.size();) {
        const auto last = lowered(bytes[at + needle.size() - 1]);
        if (last == needle.back()
            && std::equal(needle.begin(), needle.end(), bytes + at, [](char a, char b) { return a == lowered(b); }))
            return true;
        at += skips[static_cast<unsigned char>(last)];
    }
    return false;
}

} // namespace

TurnMatcher::TurnMatcher(const FindQuery &query)
    : m_query(query)
{
    if (!query.isRegularExpression) {
        m_core = coreOf(query.pattern);
        if (!query.isCaseSensitive)
            m_core = m_core.toLower();
        return;
    }
    m_expression.setPattern(limits + query.pattern);
    auto options = QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DontCaptureOption;
    if (!query.isCaseSensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    if (query.pattern.contains(u"\\1") || query.pattern.contains(u"(?"))
        options &= ~QRegularExpression::PatternOptions(QRegularExpression::DontCaptureOption);
    m_expression.setPatternOptions(options);
    if (m_expression.isValid())
        m_expression.optimize();
}

QString TurnMatcher::problem() const
{
    return m_query.isRegularExpression && !m_expression.isValid() ? m_expression.errorString() : QString();
}

bool TurnMatcher::find(QStringView row, size_t most, std::vector<RowMatch> &matches) const
{
    if (m_query.pattern.isEmpty())
        return true;
    if (m_query.isRegularExpression) {
        qsizetype at = 0;
        while (most > 0 && at <= row.size()) {
            const auto match = m_expression.matchView(row, at);
            if (!match.hasMatch())
                return match.isValid();
            const auto length = match.capturedLength();
            if (length > 0) {
                matches.push_back({.offset = match.capturedStart(), .length = length});
                --most;
            }
            at = match.capturedEnd() + (length > 0 ? 0 : 1);
            if (at < row.size() && row[at].isLowSurrogate())
                ++at;
        }
        return true;
    }
    const auto sensitivity = m_query.isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = 0; most > 0; --most) {
        at = row.indexOf(m_query.pattern, at, sensitivity);
        if (at < 0)
            break;
        matches.push_back({.offset = at, .length = m_query.pattern.size()});
        at += m_query.pattern.size();
    }
    return true;
}

bool TurnMatcher::mayBeIn(const QByteArray &raw) const
{
    if (m_core.size() < 2)
        return true;
    if (m_query.isCaseSensitive ? raw.contains(m_core) : containsIgnoringCase(raw, m_core))
        return true;
    // Letters may be spelled by number, or stand around a colour sequence; some letters have odd relatives (K, \u212a).
    return raw.contains("\\u00") || raw.contains('\x1b') || raw.contains("\\u2") || raw.contains("\xe2\x84\xaa")
        || raw.contains("\xc5\xbf");
}

} // namespace Decayscope
