// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchquery.h"

#include "searchwords.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype maxLength = 2000;
constexpr std::size_t maxTerms = 64;
constexpr int maxDepth = 32;

struct Token
{
    enum class Kind : quint8 { Term, And, Or, Not, Open, Close, End };

    Kind kind = Kind::End;
    qsizetype at = 0; ///< 0-based.
    SearchTerm term;
};

std::unexpected<Error> complaint(qsizetype at, const QString &sentence)
{
    return failure(ErrorKind::InvalidInput, u"Character " % QString::number(at + 1) % u": " % sentence);
}

/// Takes a query apart. Words without a letter or digit are left out: the index has none of them.
class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    { }

    Result<std::vector<Token>> run()
    {
        while (m_at < m_text.size()) {
            if (auto done = step(); !done)
                return std::unexpected(std::move(done.error()));
        }
        m_tokens.push_back({.kind = Token::Kind::End, .at = m_text.size(), .term = {}});
        return std::move(m_tokens);
    }

private:
    Result<> step()
    {
        const auto c = m_text[m_at];
        if (c.isSpace() || c == u'*')
            ++m_at;
        else if (c == u'(' || c == u')')
            add(c == u'(' ? Token::Kind::Open : Token::Kind::Close, m_at++);
        else if (c == u'"')
            return phrase();
        else
            word();
        return {};
    }

    Result<> phrase()
    {
        const auto start = m_at;
        const auto end = m_text.indexOf(u'"', start + 1);
        if (end < 0)
            return complaint(start, QStringLiteral("this quotation mark is never closed."));
        m_at = end + 1;
        addTerm(start, m_text.sliced(start + 1, end - start - 1));
        return {};
    }

    void word()
    {
        const auto start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !QStringView(u"()\"*").contains(m_text[m_at]))
            ++m_at;
        const auto word = m_text.sliced(start, m_at - start);
        if (word == u"AND")
            add(Token::Kind::And, start);
        else if (word == u"OR")
            add(Token::Kind::Or, start);
        else if (word == u"NOT")
            add(Token::Kind::Not, start);
        else
            addTerm(start, word);
    }

    void addTerm(qsizetype start, QStringView text)
    {
        const bool isPrefix = m_at < m_text.size() && m_text[m_at] == u'*';
        auto words = searchWords(text);
        if (!words.isEmpty())
            m_tokens.push_back(
                {.kind = Token::Kind::Term, .at = start, .term = {.words = std::move(words), .isPrefix = isPrefix}});
    }

    void add(Token::Kind kind, qsizetype at) { m_tokens.push_back({.kind = kind, .at = at, .term = {}}); }

    QStringView m_text;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;
};

QString quotedWords(const SearchTerm &term)
{
    QStringList quoted;
    for (const auto &word : term.words)
        quoted.append(u'"' % word % u'"');
    if (term.isPrefix)
        quoted.last() += u" *";
    return quoted.join(u" AND ");
}

} // namespace

/// OR binds least, then AND (also unwritten), then NOT.
class SearchQueryParser
{
public:
    using Node = SearchQuery::Node;

    explicit SearchQueryParser(std::vector<Token> tokens)
        : m_tokens(std::move(tokens))
    { }

    Result<SearchQuery> run()
    {
        if (m_tokens.size() == 1)
            return failure(ErrorKind::InvalidInput, QStringLiteral("Type a word to search for."));
        auto root = alternatives();
        if (!root)
            return std::unexpected(std::move(root.error()));
        if (next().kind == Token::Kind::Close)
            return complaint(next().at, QStringLiteral("this parenthesis closes nothing."));
        m_query.m_root = std::move(*root);
        return std::move(m_query);
    }

private:
    [[nodiscard]] const Token &next() const { return m_tokens[m_at]; }

    bool take(Token::Kind kind)
    {
        if (next().kind != kind)
            return false;
        ++m_at;
        return true;
    }

    Result<Node> alternatives()
    {
        return joined(Node::Kind::Or, &SearchQueryParser::requirements, [this] { return take(Token::Kind::Or); });
    }

    Result<Node> requirements()
    {
        return joined(Node::Kind::And, &SearchQueryParser::exclusions, [this] {
            const auto kind = next().kind;
            if (kind == Token::Kind::And && m_tokens[m_at + 1].kind == Token::Kind::Not)
                return false; // "a AND NOT b" says "a NOT b"
            return take(Token::Kind::And) || kind == Token::Kind::Term || kind == Token::Kind::Open;
        });
    }

    template <typename Separator>
    Result<Node> joined(Node::Kind kind, Result<Node> (SearchQueryParser::*part)(), Separator separator)
    {
        auto first = (this->*part)();
        if (!first)
            return first;
        Node node{.kind = kind, .term = 0, .children = {}};
        node.children.push_back(std::move(*first));
        for (;;) {
            if (kind == Node::Kind::And && excludes()) {
                auto excluded = excludedFrom(std::move(node));
                if (!excluded)
                    return excluded;
                node = {.kind = kind, .term = 0, .children = {}};
                node.children.push_back(std::move(*excluded));
                continue;
            }
            if (!separator())
                break;
            auto more = (this->*part)();
            if (!more)
                return more;
            node.children.push_back(std::move(*more));
        }
        return simplified(std::move(node));
    }

    static Node simplified(Node node)
    {
        if (node.children.size() != 1)
            return node;
        auto only = std::move(node.children.front());
        return only;
    }

    /// "AND NOT" behind what was read so far.
    bool excludes() { return next().kind == Token::Kind::And && m_tokens[m_at + 1].kind == Token::Kind::Not; }

    Result<Node> excludedFrom(Node kept)
    {
        m_at += 2;
        auto excluded = operand();
        if (!excluded)
            return excluded;
        Node node{.kind = Node::Kind::Not, .term = 0, .children = {}};
        node.children.push_back(simplified(std::move(kept)));
        node.children.push_back(std::move(*excluded));
        return node;
    }

    Result<Node> exclusions()
    {
        auto kept = operand();
        while (kept && take(Token::Kind::Not)) {
            auto excluded = operand();
            if (!excluded)
                return excluded;
            Node node{.kind = Node::Kind::Not, .term = 0, .children = {}};
            node.children.push_back(std::move(*kept));
            node.children.push_back(std::move(*excluded));
            kept = std::move(node);
        }
        return kept;
    }

    Result<Node> operand()
    {
        const auto &token = next();
        switch (token.kind) {
        case Token::Kind::Term:
            return term();
        case Token::Kind::Open:
            return group();
        case Token::Kind::Not:
            return complaint(token.at, QStringLiteral("NOT needs something before it, as in \"login NOT test\"."));
        case Token::Kind::And:
        case Token::Kind::Or:
        case Token::Kind::Close:
        case Token::Kind::End:
            break;
        }
        return complaint(token.at, QStringLiteral("a word or phrase is expected here."));
    }

    Result<Node> term()
    {
        if (m_query.m_terms.size() == maxTerms)
            return complaint(next().at, QStringLiteral("a search takes at most 64 words and phrases."));
        m_query.m_terms.push_back(next().term);
        ++m_at;
        return Node{.kind = Node::Kind::Term, .term = m_query.m_terms.size() - 1, .children = {}};
    }

    Result<Node> group()
    {
        const auto start = next().at;
        if (++m_depth > maxDepth)
            return complaint(start, QStringLiteral("parentheses nest too deeply."));
        ++m_at;
        auto inner = alternatives();
        if (!inner)
            return inner;
        if (!take(Token::Kind::Close))
            return complaint(start, QStringLiteral("this parenthesis is never closed."));
        --m_depth;
        return inner;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    SearchQuery m_query;
};

Result<SearchQuery> SearchQuery::parse(QStringView text)
{
    if (text.size() > maxLength)
        return failure(ErrorKind::InvalidInput, QStringLiteral("A search takes at most 2000 characters."));
    return Lexer(text).run().and_then(
        [](std::vector<Token> tokens) { return SearchQueryParser(std::move(tokens)).run(); });
}

std::vector<bool> SearchQuery::wantedTerms() const
{
    std::vector<bool> wanted(m_terms.size());
    collectWanted(m_root, true, wanted);
    return wanted;
}

void SearchQuery::collectWanted(const Node &node, bool isWanted, std::vector<bool> &wanted) const
{
    if (node.kind == Node::Kind::Term)
        wanted[node.term] = isWanted;
    for (const auto &child : node.children)
        collectWanted(child, isWanted != (node.kind == Node::Kind::Not && &child != &node.children.front()), wanted);
}

bool SearchQuery::fits(const std::vector<bool> &found) const
{
    return fits(m_root, found);
}

bool SearchQuery::fits(const Node &node, const std::vector<bool> &found) const
{
    const auto fitsToo = [&](const Node &child) { return fits(child, found); };
    switch (node.kind) {
    case Node::Kind::Term:
        return found[node.term];
    case Node::Kind::And:
        return std::ranges::all_of(node.children, fitsToo);
    case Node::Kind::Or:
        return std::ranges::any_of(node.children, fitsToo);
    case Node::Kind::Not:
        return fitsToo(node.children[0]) && !fitsToo(node.children[1]);
    }
    return false;
}

QString SearchQuery::indexQuery() const
{
    return atLeast(m_root);
}

bool SearchQuery::isExact() const
{
    return std::ranges::none_of(m_terms, &SearchTerm::isPhrase);
}

/// Finds all that fits. A phrase is taken as its words.
QString SearchQuery::atLeast(const Node &node) const
{
    if (node.kind == Node::Kind::Term)
        return u'(' % quotedWords(m_terms[node.term]) % u')';
    if (node.kind == Node::Kind::Not) {
        const auto excluded = atMost(node.children[1]);
        const auto kept = atLeast(node.children[0]);
        return excluded.isEmpty() ? kept : QString(u'(' % kept % u" NOT " % excluded % u')');
    }
    QStringList parts;
    for (const auto &child : node.children)
        parts.append(atLeast(child));
    return u'(' % parts.join(node.kind == Node::Kind::And ? u" AND " : u" OR ") % u')';
}

/// Finds nothing that does not fit; empty where nothing can be promised, as for a phrase.
QString SearchQuery::atMost(const Node &node) const
{
    if (node.kind == Node::Kind::Term)
        return m_terms[node.term].isPhrase() ? QString() : QString(u'(' % quotedWords(m_terms[node.term]) % u')');
    if (node.kind == Node::Kind::Not) {
        const auto kept = atMost(node.children[0]);
        return kept.isEmpty() ? kept : QString(u'(' % kept % u" NOT " % atLeast(node.children[1]) % u')');
    }
    QStringList parts;
    for (const auto &child : node.children)
        parts.append(atMost(child));
    const bool isAnd = node.kind == Node::Kind::And;
    if (isAnd && parts.contains(QString()))
        return {};
    parts.removeAll(QString());
    return parts.isEmpty() ? QString() : QString(u'(' % parts.join(isAnd ? u" AND " : u" OR ") % u')');
}

} // namespace Decayscope
