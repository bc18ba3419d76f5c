// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simplecommands.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype longestText = qsizetype{64} * 1024;
constexpr std::size_t mostCommands = 1000;

class CommandScanner
{
public:
    explicit CommandScanner(QStringView text)
        : m_text(text.first(std::min(text.size(), longestText)))
    { }

    std::vector<SimpleCommand> commands()
    {
        while (m_at < m_text.size() && m_commands.size() < mostCommands)
            step();
        finishCommand();
        return std::move(m_commands);
    }

private:
    void step()
    {
        const auto c = m_text[m_at];
        if (c == u'\n') {
            finishCommand();
            ++m_at;
            takeBodies();
        } else if (c == u';' || c == u'|' || c == u'&' || c == u'(' || c == u')') {
            finishCommand();
            ++m_at;
        } else if (c == u' ' || c == u'\t' || c == u'\r') {
            ++m_at;
        } else if (c == u'#') {
            m_at = endOfLine(m_at);
        } else if (c == u'<' || c == u'>') {
            takeRedirection();
        } else {
            takeWord();
        }
    }

    [[nodiscard]] qsizetype endOfLine(qsizetype from) const
    {
        const auto end = m_text.indexOf(u'\n', from);
        return end < 0 ? m_text.size() : end;
    }

    void takeWord()
    {
        auto word = readWord();
        // A number before a redirection names its channel.
        const bool isChannel = m_at < m_text.size() && (m_text[m_at] == u'>' || m_text[m_at] == u'<')
            && std::ranges::all_of(word, [](QChar c) { return c.isDigit(); });
        if (!isChannel)
            m_command.words.push_back(std::move(word));
    }

    /// A word without its quotes; at least one character is taken.
    QString readWord()
    {
        QString word;
        const auto begin = m_at;
        while (m_at < m_text.size()) {
            const auto c = m_text[m_at];
            if (c == u'\'' || c == u'"') {
                readQuoted(c, word);
                continue;
            }
            if (m_at > begin && QStringView(u" \t\r\n;|&()<>").contains(c))
                break;
            if (c == u'\\' && m_at + 1 < m_text.size()) {
                ++m_at;
                if (m_text[m_at] == u'\n') {
                    ++m_at;
                    continue;
                }
            }
            word += m_text[m_at++];
        }
        return word;
    }

    void readQuoted(QChar quote, QString &word)
    {
        ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            if (quote == u'"' && m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            word += m_text[m_at++];
        }
        m_at = std::min(m_at + 1, m_text.size());
    }

    void takeRedirection()
    {
        if (m_text.sliced(m_at).startsWith(u"<<<")) {
            m_at += 3;
        } else if (m_text.sliced(m_at).startsWith(u"<<")) {
            m_at += 2;
            if (m_at < m_text.size() && m_text[m_at] == u'-')
                ++m_at;
            skipBlanks();
            m_pending.push_back({readDelimiter(), m_commands.size()});
            return;
        } else {
            m_writesFile = m_writesFile || m_text[m_at] == u'>';
            while (m_at < m_text.size() && QStringView(u"<>&|").contains(m_text[m_at]))
                ++m_at;
        }
        skipBlanks();
        if (m_at < m_text.size() && m_text[m_at] != u'\n')
            readWord();
    }

    QString readDelimiter() { return m_at < m_text.size() && m_text[m_at] != u'\n' ? readWord() : QString(); }

    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text[m_at] == u' ' || m_text[m_at] == u'\t'))
            ++m_at;
    }

    /// The here-documents announced on the line that just ended.
    void takeBodies()
    {
        for (const auto &[delimiter, command] : m_pending) {
            const auto begin = m_at;
            auto end = m_at;
            while (m_at < m_text.size()) {
                const auto lineEnd = endOfLine(m_at);
                const bool isLast = m_text.sliced(m_at, lineEnd - m_at).trimmed() == delimiter;
                end = isLast ? m_at : lineEnd;
                m_at = std::min(lineEnd + 1, m_text.size());
                if (isLast)
                    break;
            }
            if (command < m_commands.size() && !std::ranges::binary_search(m_writers, command))
                m_commands[command].script = m_text.sliced(begin, end - begin).toString();
        }
        m_pending.clear();
        m_writers.clear();
    }

    void finishCommand()
    {
        const bool isEmpty = m_command.words.empty();
        if (!isEmpty) {
            if (m_writesFile)
                m_writers.push_back(m_commands.size());
            m_commands.push_back(std::move(m_command));
        }
        m_command = {};
        m_writesFile = false;
    }

    struct Pending
    {
        QString delimiter;
        std::size_t command = 0;
    };

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_writesFile = false;
    SimpleCommand m_command;
    std::vector<SimpleCommand> m_commands;
    std::vector<Pending> m_pending;
    std::vector<std::size_t> m_writers; ///< Commands of the line at hand whose output goes to a file, in order.
};

} // namespace

std::vector<SimpleCommand> simpleCommands(QStringView text)
{
    return CommandScanner(text).commands();
}

} // namespace Decayscope
