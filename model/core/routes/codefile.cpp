// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codefile.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::array<QStringView, 5> joiningWords{u"in", u"of", u"instanceof", u"as", u"satisfies"};
constexpr std::array<QStringView, 12> openWords{
    u"return", u"typeof", u"case", u"await", u"new", u"else", u"const", u"let", u"var", u"import", u"from", u"export"};

template <std::size_t N>
bool isOneOf(QStringView word, const std::array<QStringView, N> &words)
{
    return std::ranges::find(words, word) != words.end();
}

bool endsExpression(const CodeFile &file, qint32 index)
{
    const auto &token = file.token(index);
    if (token.kind == TokenKind::Word)
        return !isOneOf(file.at(index), openWords) && !isOneOf(file.at(index), joiningWords);
    const auto text = file.at(index);
    return token.kind != TokenKind::Sign || text == u")" || text == u"]" || text == u"}";
}

bool mayBeginStatement(const CodeFile &file, qint32 index)
{
    const auto &token = file.token(index);
    if (token.kind == TokenKind::Word)
        return !isOneOf(file.at(index), joiningWords);
    return token.kind == TokenKind::Text || token.kind == TokenKind::Number || file.is(index, u"{")
        || file.is(index, u"@");
}

} // namespace

QStringView CodeFile::at(qint32 index) const
{
    if (index < 0 || index >= count())
        return {};
    const auto &found = token(index);
    return QStringView(text).sliced(found.begin, found.length);
}

bool CodeFile::isWord(qint32 index) const
{
    return index >= 0 && index < count() && token(index).kind == TokenKind::Word;
}

bool CodeFile::isText(qint32 index) const
{
    return index >= 0 && index < count()
        && (token(index).kind == TokenKind::Text || token(index).kind == TokenKind::Template);
}

qint32 CodeFile::lineOf(qint32 index) const
{
    return index >= 0 && index < count() ? token(index).line : 0;
}

qint32 CodeFile::closerOf(qint32 opener) const
{
    const auto partner = opener >= 0 && opener < count() ? partners[static_cast<std::size_t>(opener)] : -1;
    return partner > opener ? partner : count();
}

bool CodeFile::breaksStatement(qint32 index) const
{
    return !isPython && index > 0 && index < count() && token(index).startsLine && endsExpression(*this, index - 1)
        && mayBeginStatement(*this, index);
}

qint32 CodeFile::expressionEnd(qint32 begin, qint32 limit) const
{
    limit = std::min(limit, count());
    for (auto i = begin; i < limit;) {
        if (--scanBudget < 0)
            return i;
        const auto &found = token(i);
        if (found.kind == TokenKind::LineEnd || (i > begin && breaksStatement(i)))
            return i;
        if (found.kind == TokenKind::Sign && found.length == 1) {
            const auto c = text[found.begin];
            if (c == u',' || c == u';' || c == u')' || c == u']' || c == u'}')
                return i;
            if (c == u'(' || c == u'[' || c == u'{') {
                i = closerOf(i) + 1;
                continue;
            }
        }
        ++i;
    }
    return limit;
}

qint32 CodeFile::scopeAt(qint32 index) const
{
    return index >= 0 && index < count() ? scopes[static_cast<std::size_t>(index)] : 0;
}

CodeFile readCodeFile(const QString &path, const QString &text, bool isPython)
{
    CodeFile file{.path = path, .isPython = isPython, .text = text};
    file.tokens = isPython ? pythonTokens(file.text) : javaScriptTokens(file.text);
    file.partners = bracketPartners(file.text, file.tokens);
    file.scopes.assign(file.tokens.size(), 0);
    file.scanBudget = 60 * static_cast<qint64>(file.tokens.size()) + 1000;
    file.functions.push_back({.line = 1, .body = {0, file.count()}});
    if (isPython)
        readPython(file);
    else
        readJavaScript(file);
    return file;
}

} // namespace Decayscope
