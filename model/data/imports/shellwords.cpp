// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellwords.h"

namespace Decayscope {

namespace {

constexpr QStringView operators{u"|&;<>()`$"};

class WordReader
{
public:
    explicit WordReader(QStringView text)
        : m_text(text)
    { }

    std::optional<QStringList> run();

private:
    bool readSingleQuoted();
    bool readDoubleQuoted();
    void endWord();

    QStringView m_text;
    qsizetype m_at = 0;
    QStringList m_words;
    QString m_word;
    bool m_isInWord = false;
};

void WordReader::endWord()
{
    if (m_isInWord)
        m_words.append(m_word);
    m_word.clear();
    m_isInWord = false;
}

bool WordReader::readSingleQuoted()
{
    const auto end = m_text.indexOf(u'\'', m_at);
    if (end < 0)
        return false;
    m_word += m_text.sliced(m_at, end - m_at);
    m_at = end + 1;
    return true;
}

bool WordReader::readDoubleQuoted()
{
    while (m_at < m_text.size()) {
        const auto c = m_text[m_at++];
        if (c == u'"')
            return true;
        if (c == u'$' || c == u'`')
            return false;
        const auto next = m_at < m_text.size() ? m_text[m_at] : QChar();
        const auto isEscape = c == u'\\' && QStringView(u"\"\\$`\n").contains(next) && !next.isNull();
        if (!isEscape) {
            m_word += c;
            continue;
        }
        if (next != u'\n')
            m_word += next;
        ++m_at;
    }
    return false;
}

std::optional<QStringList> WordReader::run()
{
    while (m_at < m_text.size()) {
        const auto c = m_text[m_at++];
        if (c.isSpace()) {
            if (c == u'\n' && m_text.sliced(m_at).trimmed().size() > 0)
                return {}; // a second command
            endWord();
            continue;
        }
        m_isInWord = true;
        if (c == u'\'') {
            if (!readSingleQuoted())
                return {};
        } else if (c == u'"') {
            if (!readDoubleQuoted())
                return {};
        } else if (c == u'\\' && m_at < m_text.size()) {
            const auto next = m_text[m_at++];
            if (next != u'\n')
                m_word += next;
        } else if (operators.contains(c)) {
            return {};
        } else {
            m_word += c;
        }
    }
    endWord();
    return m_words;
}

} // namespace

std::optional<QStringList> shellWords(QStringView command)
{
    return WordReader(command.trimmed()).run();
}

} // namespace Decayscope
