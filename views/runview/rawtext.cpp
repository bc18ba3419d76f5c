// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawtext.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype deepestIndent = 40;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Copies bytes one after another and puts line feeds between them.
class JsonSpreader
{
public:
    explicit JsonSpreader(const QByteArray &raw)
        : m_raw(raw)
    {
        m_out.reserve(raw.size() + raw.size() / 4);
    }

    QByteArray spread()
    {
        while (m_at < m_raw.size()) {
            const char c = m_raw[m_at];
            if (c == '"')
                copyString();
            else
                takeSign(c);
        }
        return std::move(m_out);
    }

private:
    void breakLine()
    {
        m_out.append('\n');
        m_out.append(2 * std::clamp<qsizetype>(m_depth, 0, deepestIndent), ' ');
    }

    void takeSign(char c)
    {
        ++m_at;
        const bool closes = c == '}' || c == ']';
        if (closes) {
            --m_depth;
            breakLine();
        }
        if (!isBlank(c))
            m_out.append(c);
        if (c == '{' || c == '[')
            ++m_depth;
        if (c == '{' || c == '[' || c == ',')
            breakLine();
        else if (c == ':')
            m_out.append(' ');
    }

    void copyString()
    {
        auto end = m_at + 1;
        while (end < m_raw.size() && m_raw[end] != '"')
            end += m_raw[end] == '\\' ? 2 : 1;
        end = std::min(end + 1, m_raw.size());
        m_out.append(m_raw.constData() + m_at, end - m_at);
        m_at = end;
    }

    const QByteArray &m_raw;
    QByteArray m_out;
    qsizetype m_at = 0;
    qsizetype m_depth = 0;
};

} // namespace

QString rawText(const QByteArray &raw)
{
    const auto first = std::ranges::find_if_not(raw, isBlank);
    if (first == raw.end() || (*first != '{' && *first != '['))
        return QString::fromUtf8(raw);
    return QString::fromUtf8(JsonSpreader(raw).spread());
}

} // namespace Decayscope
