// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shelltokens.h"

#include "shellquotes.h"

#include <QStringList>

namespace Decayscope {

namespace {

using PieceKind = ShellPiece::Kind;

/// A here-document whose body comes behind the end of the line.
struct PendingBody
{
    std::size_t token = 0;
    QString delimiter;
    bool isQuoted = false;
    bool stripsTabs = false;
};

class ShellLexer
{
public:
    explicit ShellLexer(QStringView text)
        : m_text(text)
    { }

    ShellTokens read();

private:
    QChar at(qsizetype offset = 0) const
    {
        return m_at + offset < m_text.size() ? m_text[m_at + offset] : QChar(u'\0');
    }
    bool isAtEnd() const { return m_at >= m_text.size(); }
    bool startsWith(QLatin1StringView text) const { return m_text.sliced(m_at).startsWith(text); }
    void readToken();
    void readComment();
    bool readRedirection();
    void readHereDocumentWord(ShellToken &token);
    void readOperator();
    void addOperator(const QString &text);
    void readTest();
    ShellWord readWord(bool isInTest = false);
    bool readWordPart(ShellWord &word, bool isInTest);
    void addPieces(ShellWord &word, QuotedText quoted);
    void addBare(ShellWord &word, QChar letter);
    bool isArrayAssignment(const ShellWord &word) const;
    void skipBlanks();
    void readBodies();
    void readBody(const PendingBody &pending);

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_isAtCommand = true; ///< The next word is a command's name.
    std::vector<PendingBody> m_pending;
    ShellTokens m_result;
};

bool isMeta(QChar letter)
{
    return QStringView(u" \t\n;&|()<>").contains(letter);
}

ShellTokens ShellLexer::read()
{
    while (true) {
        skipBlanks();
        if (isAtEnd())
            break;
        readToken();
    }
    readBodies();
    return std::move(m_result);
}

void ShellLexer::skipBlanks()
{
    while (!isAtEnd()) {
        if (at() == u'\\' && at(1) == u'\n')
            m_at += 2;
        else if (at() == u' ' || at() == u'\t' || at() == u'\r')
            ++m_at;
        else
            return;
    }
}

void ShellLexer::readToken()
{
    if (at() == u'#')
        return readComment();
    if (readRedirection())
        return;
    if (QStringView(u"\n;&|()").contains(at()))
        return readOperator();
    ShellToken token;
    token.word = readWord();
    const auto bare = token.word.bare();
    const auto isTest = m_isAtCommand && bare == "[["_L1;
    static const QStringList openers{QStringLiteral("then"), QStringLiteral("do"), QStringLiteral("else"),
        QStringLiteral("elif"), QStringLiteral("if"), QStringLiteral("while"), QStringLiteral("until"),
        QStringLiteral("!"), QStringLiteral("{"), QStringLiteral("time"), QStringLiteral("for")};
    m_isAtCommand = m_isAtCommand && openers.contains(bare);
    m_result.tokens.push_back(std::move(token));
    if (isTest)
        readTest();
}

void ShellLexer::readComment()
{
    const auto end = m_text.indexOf(u'\n', m_at);
    m_at = end < 0 ? m_text.size() : end;
}

void ShellLexer::addOperator(const QString &text)
{
    ShellToken token;
    token.kind = ShellToken::Kind::Operator;
    token.text = text;
    m_result.tokens.push_back(std::move(token));
    m_isAtCommand = true;
}

void ShellLexer::readOperator()
{
    if (startsWith("(("_L1) && m_isAtCommand) {
        m_at = endOfSubstitution(m_text, m_at, m_result.isBroken);
        addOperator(QStringLiteral("((…))"));
        m_isAtCommand = false;
        return;
    }
    for (const auto text : {";;&"_L1, "&&"_L1, "||"_L1, "|&"_L1, ";;"_L1, ";&"_L1}) {
        if (startsWith(text)) {
            m_at += text.size();
            return addOperator(text);
        }
    }
    const auto letter = at();
    ++m_at;
    addOperator(letter);
    if (letter == u'\n')
        readBodies();
}

/// `2>&1`, `>> file`, `<<'EOF'`, `&> file`; false where none begins here.
bool ShellLexer::readRedirection()
{
    auto end = m_at;
    while (end < m_text.size() && end - m_at < 4 && m_text[end] >= u'0' && m_text[end] <= u'9')
        ++end;
    const auto digits = m_text.sliced(m_at, end - m_at);
    const auto rest = m_text.sliced(end);
    for (const auto text :
        {"&>>"_L1, "&>"_L1, "<<<"_L1, "<<-"_L1, "<<"_L1, "<&"_L1, "<>"_L1, "<"_L1, ">>"_L1, ">&"_L1, ">|"_L1, ">"_L1}) {
        if (!rest.startsWith(text) || (!digits.isEmpty() && text.startsWith(u'&')))
            continue;
        if ((text == "<"_L1 || text == ">"_L1) && rest.sliced(1).startsWith(u'('))
            return false;
        ShellToken token;
        token.kind = ShellToken::Kind::Redirection;
        token.text = text == ">|"_L1 ? QStringLiteral(">") : QString(text);
        token.descriptor = digits.isEmpty() ? -1 : digits.toInt();
        m_at = end + text.size();
        skipBlanks();
        if (text == "<<"_L1 || text == "<<-"_L1)
            readHereDocumentWord(token);
        else
            token.word = readWord();
        m_result.tokens.push_back(std::move(token));
        return true;
    }
    return false;
}

void ShellLexer::readHereDocumentWord(ShellToken &token)
{
    const auto start = m_at;
    token.word = readWord();
    const auto written = m_text.sliced(start, m_at - start);
    PendingBody pending{m_result.tokens.size(), {}, false, token.text == "<<-"_L1};
    for (const auto &piece : token.word.pieces)
        pending.delimiter += piece.kind == PieceKind::Variable ? QString(u'$' + piece.text) : piece.text;
    for (const auto letter : written)
        pending.isQuoted |= letter == u'\'' || letter == u'"' || letter == u'\\';
    token.text = QStringLiteral("<<");
    m_pending.push_back(std::move(pending));
}

void ShellLexer::readBodies()
{
    const auto pending = std::exchange(m_pending, {});
    for (const auto &body : pending)
        readBody(body);
}

void ShellLexer::readBody(const PendingBody &pending)
{
    QString body;
    auto isClosed = false;
    while (!isClosed && !isAtEnd()) {
        const auto feed = m_text.indexOf(u'\n', m_at);
        auto line = m_text.sliced(m_at, (feed < 0 ? m_text.size() : feed) - m_at);
        m_at = feed < 0 ? m_text.size() : feed + 1;
        while (pending.stripsTabs && line.startsWith(u'\t'))
            line = line.sliced(1);
        isClosed = line == pending.delimiter;
        if (!isClosed)
            body += line + u'\n';
    }
    m_result.isBroken |= !isClosed;
    auto &token = m_result.tokens[pending.token];
    token.body = body;
    if (!pending.isQuoted)
        token.isBodyLiteral = unescapeHereDocument(token.body);
}

/// `[[ … ]]`: its operators are not the shell's.
void ShellLexer::readTest()
{
    while (true) {
        while (!isAtEnd() && (at().isSpace()))
            ++m_at;
        if (isAtEnd()) {
            m_result.isBroken = true;
            return;
        }
        if (startsWith("]]"_L1) && (m_at + 2 == m_text.size() || isMeta(at(2)) || at(2) == u'\r')) {
            m_at += 2;
            return;
        }
        std::ignore = readWord(true);
    }
}

ShellWord ShellLexer::readWord(bool isInTest)
{
    ShellWord word;
    while (!isAtEnd() && readWordPart(word, isInTest)) { }
    return word;
}

/// The next stretch of a word; false at its end.
bool ShellLexer::readWordPart(ShellWord &word, bool isInTest)
{
    const auto letter = at();
    if (letter == u'\\') {
        if (at(1) == u'\n') {
            m_at += 2;
            return true;
        }
        word.pieces.push_back({PieceKind::Text, m_at + 1 < m_text.size() ? QString(at(1)) : QString()});
        m_at = qMin(m_at + 2, m_text.size());
        return true;
    }
    if (letter == u'\'' || letter == u'"' || letter == u'`' || (letter == u'$' && opensExpansion(m_text, m_at))) {
        addPieces(word, readQuoted(m_text, m_at));
        return true;
    }
    if ((letter == u'<' || letter == u'>') && at(1) == u'(') {
        ++m_at;
        m_at = endOfSubstitution(m_text, m_at, m_result.isBroken);
        word.pieces.push_back({PieceKind::Unknown, {}});
        return true;
    }
    if (letter == u'(' && isArrayAssignment(word)) {
        m_at = endOfSubstitution(m_text, m_at, m_result.isBroken);
        word.pieces.push_back({PieceKind::Unknown, {}});
        return true;
    }
    if (isInTest ? letter.isSpace() : isMeta(letter) || (letter == u'\r' && at(1) == u'\n'))
        return false;
    addBare(word, letter);
    ++m_at;
    return true;
}

void ShellLexer::addPieces(ShellWord &word, QuotedText quoted)
{
    m_result.isBroken |= quoted.isBroken;
    m_at = quoted.end;
    for (auto &piece : quoted.pieces)
        word.pieces.push_back(std::move(piece));
}

void ShellLexer::addBare(ShellWord &word, QChar letter)
{
    if (word.pieces.empty() || word.pieces.back().kind != PieceKind::Bare)
        word.pieces.push_back({PieceKind::Bare, {}});
    word.pieces.back().text += letter;
}

bool ShellLexer::isArrayAssignment(const ShellWord &word) const
{
    return word.pieces.size() == 1 && word.pieces.front().kind == PieceKind::Bare
        && word.pieces.front().text.endsWith(u'=');
}

} // namespace

QString ShellWord::bare() const
{
    return pieces.size() == 1 && pieces.front().kind == PieceKind::Bare ? pieces.front().text : QString();
}

QString ShellWord::readable() const
{
    QString text;
    for (const auto &piece : pieces) {
        if (piece.kind == PieceKind::Text || piece.kind == PieceKind::Bare)
            text += piece.text;
    }
    return text;
}

ShellTokens shellTokens(QStringView command)
{
    return ShellLexer(command).read();
}

} // namespace Decayscope
