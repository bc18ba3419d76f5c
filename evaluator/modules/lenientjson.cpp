// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lenientjson.h"

#include <QJsonDocument>

namespace Decayscope {

namespace {

/// Copies JSON without what only lenient readers take.
class JsonCleaner
{
public:
    explicit JsonCleaner(std::string_view text)
        : m_text(text)
    { }

    QByteArray cleaned()
    {
        m_clean.reserve(static_cast<qsizetype>(m_text.size()));
        while (m_at < m_text.size())
            step();
        return std::move(m_clean);
    }

private:
    [[nodiscard]] bool isAt(std::string_view text) const { return m_text.substr(m_at).starts_with(text); }

    void step()
    {
        if (isAt("//"))
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
        else if (isAt("/*"))
            skipComment();
        else if (m_text[m_at] == '"')
            copyString();
        else
            copyLetter();
    }

    void skipComment()
    {
        const auto end = m_text.find("*/", m_at + 2);
        m_at = end == std::string_view::npos ? m_text.size() : end + 2;
    }

    void copyString()
    {
        const auto start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2U : 1U;
        m_at = std::min(m_at + 1, m_text.size());
        const auto copied = m_text.substr(start, m_at - start);
        m_clean.append(QByteArrayView(copied.begin(), copied.end()));
        m_comma = -1;
    }

    void copyLetter()
    {
        const auto letter = m_text[m_at++];
        if ((letter == '}' || letter == ']') && m_comma >= 0)
            m_clean[m_comma] = ' ';
        if (letter == ',')
            m_comma = m_clean.size();
        else if (!QByteArrayView(" \t\r\n").contains(letter))
            m_comma = -1;
        m_clean.append(letter);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    qsizetype m_comma = -1; ///< Where a comma stands that nothing has followed yet.
    QByteArray m_clean;
};

} // namespace

QJsonObject lenientJsonObject(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return QJsonDocument::fromJson(JsonCleaner(text).cleaned()).object();
}

} // namespace Decayscope
