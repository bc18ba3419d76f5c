// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonscanner.h"

#include <vector>

namespace Decayscope {

namespace {

bool isDigit(QChar sign)
{
    return sign >= u'0' && sign <= u'9';
}

bool isHexDigit(QChar sign)
{
    return isDigit(sign) || (sign >= u'a' && sign <= u'f') || (sign >= u'A' && sign <= u'F');
}

char16_t escapedSign(QChar letter)
{
    switch (letter.unicode()) {
    case u'b':
        return u'\b';
    case u'f':
        return u'\f';
    case u'n':
        return u'\n';
    case u'r':
        return u'\r';
    case u't':
        return u'\t';
    default:
        return letter.unicode();
    }
}

} // namespace

void JsonScanner::skipSpace()
{
    while (
        !atEnd() && (m_text[m_at] == u' ' || m_text[m_at] == u'\n' || m_text[m_at] == u'\r' || m_text[m_at] == u'\t'))
        ++m_at;
}

bool JsonScanner::take(QChar sign)
{
    if (atEnd() || m_text[m_at] != sign)
        return false;
    ++m_at;
    return true;
}

bool JsonScanner::skipValue()
{
    std::vector<bool> insideObject; // a level each
    do {
        skipSpace();
        if (atEnd())
            return false;
        const auto isObject = m_text[m_at] == u'{';
        if (isObject || m_text[m_at] == u'[') {
            ++m_at;
            skipSpace();
            if (!take(isObject ? u'}' : u']')) {
                insideObject.push_back(isObject);
                if (isObject && !skipKey())
                    return false;
                continue;
            }
        } else if (!skipScalar()) {
            return false;
        }
        while (!insideObject.empty()) {
            skipSpace();
            if (take(u',')) {
                if (insideObject.back() && !skipKey())
                    return false;
                break;
            }
            if (!take(insideObject.back() ? u'}' : u']'))
                return false;
            insideObject.pop_back();
        }
    } while (!insideObject.empty());
    return true;
}

bool JsonScanner::skipKey()
{
    skipSpace();
    if (!skipString())
        return false;
    skipSpace();
    return take(u':');
}

bool JsonScanner::skipScalar()
{
    switch (m_text[m_at].unicode()) {
    case u'"':
        return skipString();
    case u't':
        return skipWord(u"true");
    case u'f':
        return skipWord(u"false");
    case u'n':
        return skipWord(u"null");
    default:
        return skipNumber();
    }
}

bool JsonScanner::skipWord(QStringView word)
{
    if (!m_text.sliced(m_at).startsWith(word))
        return false;
    m_at += word.size();
    return true;
}

bool JsonScanner::skipString()
{
    if (!take(u'"'))
        return false;
    while (!atEnd()) {
        const auto sign = m_text[m_at++];
        if (sign == u'"')
            return true;
        if (sign < u' ')
            return false;
        if (sign == u'\\' && !skipEscape())
            return false;
    }
    return false;
}

bool JsonScanner::skipEscape()
{
    if (atEnd())
        return false;
    const auto sign = m_text[m_at++];
    if (sign != u'u')
        return QStringView(u"\"\\/bfnrt").contains(sign);
    for (int digit = 0; digit < 4; ++digit) {
        if (atEnd() || !isHexDigit(m_text[m_at++]))
            return false;
    }
    return true;
}

bool JsonScanner::skipDigits()
{
    const auto start = m_at;
    while (!atEnd() && isDigit(m_text[m_at]))
        ++m_at;
    return m_at > start;
}

bool JsonScanner::skipNumber()
{
    (void)take(u'-');
    if (!take(u'0') && !skipDigits())
        return false;
    if (take(u'.') && !skipDigits())
        return false;
    if (take(u'e') || take(u'E')) {
        if (!take(u'+'))
            (void)take(u'-');
        return skipDigits();
    }
    return true;
}

QString unquotedJson(QStringView quoted)
{
    QString text;
    text.reserve(quoted.size());
    for (qsizetype at = 1; at < quoted.size() - 1; ++at) {
        if (quoted[at] != u'\\') {
            text += quoted[at];
            continue;
        }
        ++at;
        if (quoted[at] == u'u') {
            text += QChar(quoted.sliced(at + 1, 4).toUShort(nullptr, 16));
            at += 4;
        } else {
            text += QChar(escapedSign(quoted[at]));
        }
    }
    return text;
}

} // namespace Decayscope
