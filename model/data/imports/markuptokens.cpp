// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markuptokens.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// The longest entity of interest is `&#x10FFFF;`.
constexpr qsizetype maxEntityLength = 10;

/// The character an entity stands for, by what is between "&" and ";"; 0 for an unknown one.
char32_t entityValue(QStringView name)
{
    constexpr std::array<std::pair<QStringView, char32_t>, 6> named{
        {{u"amp", U'&'}, {u"lt", U'<'}, {u"gt", U'>'}, {u"quot", U'"'}, {u"apos", U'\''}, {u"nbsp", U' '}}};
    const auto *known = std::ranges::find(named, name, &std::pair<QStringView, char32_t>::first);
    if (known != named.end())
        return known->second;
    if (name.size() < 2 || name.front() != u'#')
        return 0;
    const bool isHex = name[1] == u'x' || name[1] == u'X';
    bool isNumber = false;
    const auto value = name.sliced(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
    const bool isCharacter = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    return isNumber && isCharacter ? static_cast<char32_t>(value) : 0;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
}

} // namespace

QString withoutEntities(QStringView text)
{
    QString decoded;
    decoded.reserve(text.size());
    while (!text.isEmpty()) {
        const auto at = text.indexOf(u'&');
        decoded += text.first(at < 0 ? text.size() : at);
        if (at < 0)
            break;
        text = text.sliced(at);
        const auto end = text.first(std::min(text.size(), maxEntityLength)).indexOf(u';');
        const auto value = end < 0 ? 0 : entityValue(text.first(end).sliced(1));
        if (value == 0)
            decoded += u'&';
        else
            decoded += QChar::fromUcs4(value);
        text = text.sliced(value == 0 ? 1 : end + 1);
    }
    return decoded;
}

MarkupTokens::Kind MarkupTokens::next()
{
    while (m_at < m_page.size()) {
        if (m_page[m_at] == '<')
            return takeTag();
        auto end = m_page.indexOf('<', m_at);
        end = end < 0 ? m_page.size() : end;
        m_token = m_page.sliced(m_at, end - m_at);
        m_at = end;
        if (!std::ranges::all_of(m_token, isSpace))
            return Kind::Text;
    }
    return Kind::End;
}

MarkupTokens::Kind MarkupTokens::takeTag()
{
    const bool isComment = m_page.sliced(m_at).startsWith("<!--");
    auto end = isComment ? m_page.indexOf("-->", m_at) : m_page.indexOf('>', m_at);
    end = end < 0 ? m_page.size() : end + (isComment ? 2 : 0);
    m_token = m_page.sliced(m_at + 1, end - m_at - 1);
    m_at = std::min(end + 1, m_page.size());
    const auto *nameEnd = std::ranges::find_if(m_token, isSpace);
    m_tag = m_token.first(std::min<qsizetype>(nameEnd - m_token.begin(), 16)).toByteArray().toLower();
    if (m_tag == "script" || m_tag == "style")
        skipElement();
    return Kind::Tag;
}

/// To the end tag; what stands between is no text of the page.
void MarkupTokens::skipElement()
{
    const QByteArray endTag = "</" + m_tag;
    const auto end = m_page.indexOf(endTag, m_at);
    m_at = end < 0 ? m_page.size() : end;
}

QByteArrayView MarkupTokens::attribute(QByteArrayView name) const
{
    const QByteArray start = name.toByteArray() + "=\"";
    for (auto at = m_token.indexOf(start); at >= 0; at = m_token.indexOf(start, at + 1)) {
        if (at == 0 || !isSpace(m_token[at - 1]))
            continue;
        const auto value = m_token.sliced(at + start.size());
        const auto end = value.indexOf('"');
        return end < 0 ? value : value.first(end);
    }
    return {};
}

QString MarkupTokens::text() const
{
    auto text = withoutEntities(QString::fromUtf8(m_token)).simplified();
    return text.replace(QChar(u'\0'), QChar(u' '));
}

} // namespace Decayscope
