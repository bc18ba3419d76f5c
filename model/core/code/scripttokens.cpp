// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scripttokens.h"

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

bool isNamePart(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_' || letter == u'$';
}

/// Names, texts and signs of Python or JavaScript; comments are left out.
class ScriptLexer
{
public:
    explicit ScriptLexer(QStringView script)
        : m_script(script)
    { }

    std::vector<ScriptToken> read();

private:
    bool skipComment();
    void readName();
    void readText();

    QStringView m_script;
    qsizetype m_at = 0;
    std::vector<ScriptToken> m_tokens;
};

std::vector<ScriptToken> ScriptLexer::read()
{
    while (m_at < m_script.size()) {
        const auto letter = m_script[m_at];
        if (letter.isSpace())
            ++m_at;
        else if (skipComment())
            continue;
        else if (letter == u'\'' || letter == u'"' || letter == u'`')
            readText();
        else if (isNamePart(letter))
            readName();
        else
            m_tokens.push_back({ScriptToken::Kind::Sign, m_script[m_at++], true});
    }
    return std::move(m_tokens);
}

bool ScriptLexer::skipComment()
{
    const auto rest = m_script.sliced(m_at);
    if (!rest.startsWith(u'#') && !rest.startsWith("//"_L1))
        return false;
    const auto end = rest.indexOf(u'\n');
    m_at += end < 0 ? rest.size() : end;
    return true;
}

void ScriptLexer::readName()
{
    const auto start = m_at;
    while (m_at < m_script.size() && isNamePart(m_script[m_at]))
        ++m_at;
    const auto name = m_script.sliced(start, m_at - start);
    const auto opensText = m_at < m_script.size() && (m_script[m_at] == u'\'' || m_script[m_at] == u'"');
    // Python's prefixes: only that of a formatted text changes what it says.
    if (opensText && name.size() <= 2 && !name.contains(u'$')) {
        readText();
        m_tokens.back().isPlain &= !name.contains(u'f', Qt::CaseInsensitive);
        return;
    }
    m_tokens.push_back({ScriptToken::Kind::Name, name.toString(), true});
}

void ScriptLexer::readText()
{
    const auto quote = m_script[m_at];
    const QString triple(3, quote);
    const auto isTriple = quote != u'`' && m_script.sliced(m_at).startsWith(triple);
    const auto closing = isTriple ? triple : QString(quote);
    m_at += closing.size();
    ScriptToken token{ScriptToken::Kind::Text, {}, true};
    const auto start = m_at;
    const auto ends = [&] {
        return m_script.sliced(m_at).startsWith(closing) || (!isTriple && quote != u'`' && m_script[m_at] == u'\n');
    };
    while (m_at < m_script.size() && !ends()) {
        token.isPlain &= m_script[m_at] != u'\\' && !(quote == u'`' && m_script[m_at] == u'$');
        m_at += m_script[m_at] == u'\\' ? 2 : 1;
    }
    m_at = qMin(m_at, m_script.size());
    token.text = m_script.sliced(start, m_at - start).toString();
    if (m_script.sliced(m_at).startsWith(closing))
        m_at += closing.size();
    m_tokens.push_back(std::move(token));
}

} // namespace

std::vector<ScriptToken> scriptTokens(QStringView script)
{
    return ScriptLexer(script).read();
}

} // namespace Decayscope
