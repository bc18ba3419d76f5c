// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inlinescript.h"

#include "scripttokens.h"

#include <QHash>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Which of a call's arguments are files it writes.
enum class WriteCall : quint8 { None, First, Second, Both, Opening, Method, Folder };

WriteCall writeCallOf(const QString &name)
{
    static const QHash<QString, WriteCall> calls{{u"open"_s, WriteCall::Opening}, {u"write_text"_s, WriteCall::Method},
        {u"write_bytes"_s, WriteCall::Method}, {u"touch"_s, WriteCall::Method}, {u"writeFileSync"_s, WriteCall::First},
        {u"writeFile"_s, WriteCall::First}, {u"appendFileSync"_s, WriteCall::First},
        {u"appendFile"_s, WriteCall::First}, {u"createWriteStream"_s, WriteCall::First},
        {u"openSync"_s, WriteCall::Opening}, {u"unlinkSync"_s, WriteCall::First}, {u"rmSync"_s, WriteCall::First},
        {u"rmdirSync"_s, WriteCall::First}, {u"truncateSync"_s, WriteCall::First}, {u"unlink"_s, WriteCall::First},
        {u"remove"_s, WriteCall::First}, {u"removedirs"_s, WriteCall::First}, {u"rmtree"_s, WriteCall::First},
        {u"renameSync"_s, WriteCall::Both}, {u"rename"_s, WriteCall::Both}, {u"move"_s, WriteCall::Both},
        {u"copyFileSync"_s, WriteCall::Second}, {u"cpSync"_s, WriteCall::Second}, {u"copyfile"_s, WriteCall::Second},
        {u"copy2"_s, WriteCall::Second}, {u"copytree"_s, WriteCall::Second}, {u"chdir"_s, WriteCall::Folder},
        {u"fileinput"_s, WriteCall::Folder}, {u"FileInput"_s, WriteCall::Folder}};
    return calls.value(name, WriteCall::None);
}

class WriteFinder
{
public:
    explicit WriteFinder(std::vector<ScriptToken> tokens)
        : m_tokens(std::move(tokens))
    { }

    InlineWrites find();

private:
    bool is(std::size_t at, QLatin1StringView text) const
    {
        return at < m_tokens.size() && m_tokens[at].kind != ScriptToken::Kind::Text && m_tokens[at].text == text;
    }
    void readAssignment(std::size_t at);
    bool isOfModule(std::size_t at) const;
    void readCall(std::size_t at);
    std::size_t nextArgument(std::size_t at) const;
    bool isWritingMode(std::size_t at) const;
    void readMethod(std::size_t at);
    void take(std::size_t at);
    void takeVariable(const QString &name);

    static constexpr std::size_t longestArgument = 64;
    std::vector<ScriptToken> m_tokens;
    QHash<QString, QStringList> m_values;
    InlineWrites m_writes;
};

InlineWrites WriteFinder::find()
{
    for (std::size_t at = 0; at < m_tokens.size(); ++at) {
        if (m_tokens[at].kind != ScriptToken::Kind::Name)
            continue;
        if (is(at + 1, "="_L1) || is(at + 1, "in"_L1))
            readAssignment(at);
        if (is(at + 1, "("_L1))
            readCall(at);
    }
    m_writes.paths.removeDuplicates();
    return std::move(m_writes);
}

/// `f = 'a.py'`, `f = Path('a.py')`, `for f in ['a.py', 'b.py']`: the texts a name may stand for.
void WriteFinder::readAssignment(std::size_t at)
{
    auto &values = m_values[m_tokens[at].text];
    auto end = at + 2;
    while (end < m_tokens.size() && end < at + longestArgument) {
        const auto &token = m_tokens[end];
        const auto isWrapper = token.kind == ScriptToken::Kind::Name && token.text.endsWith("Path"_L1);
        if (token.kind == ScriptToken::Kind::Text && token.isPlain)
            values.append(token.text);
        else if (!isWrapper && !is(end, "("_L1) && !is(end, "["_L1) && !is(end, ","_L1))
            break;
        ++end;
    }
    // A text that something is done to is not the path itself.
    if (is(end, "+"_L1) || is(end, "/"_L1) || is(end, "%"_L1) || is(end, "."_L1))
        values.append(QString());
}

std::size_t WriteFinder::nextArgument(std::size_t at) const
{
    int depth = 0;
    for (auto end = at; end < m_tokens.size() && end < at + longestArgument; ++end) {
        if (depth == 0 && (is(end, ","_L1) || is(end, ")"_L1)))
            return is(end, ","_L1) ? end + 1 : m_tokens.size();
        depth += is(end, "("_L1) || is(end, "["_L1) ? 1 : is(end, ")"_L1) || is(end, "]"_L1) ? -1 : 0;
    }
    return m_tokens.size();
}

/// Whether a text that could be a mode of writing stands between here and the end of the call.
bool WriteFinder::isWritingMode(std::size_t at) const
{
    const auto mode = nextArgument(at);
    for (auto end = mode; end < m_tokens.size() && end < mode + 8 && !is(end, ")"_L1); ++end) {
        const auto &token = m_tokens[end];
        if (token.kind != ScriptToken::Kind::Text || token.text.size() > 3)
            continue;
        for (const auto letter : token.text) {
            if (u"wax+"_s.contains(letter))
                return true;
        }
    }
    return false;
}

/// `os.remove(` and its like, unlike the `remove(` of a list.
bool WriteFinder::isOfModule(std::size_t at) const
{
    static const QStringList modules{u"os"_s, u"shutil"_s, u"fs"_s, u"fsp"_s, u"promises"_s};
    return at >= 2 && is(at - 1, "."_L1) && modules.contains(m_tokens[at - 2].text);
}

void WriteFinder::readCall(std::size_t at)
{
    const auto &name = m_tokens[at].text;
    const auto isMethod = at > 0 && is(at - 1, "."_L1) && !isOfModule(at);
    auto call = writeCallOf(name);
    if (isMethod && (name == "remove"_L1 || name == "move"_L1))
        call = WriteCall::None;
    const auto first = at + 2;
    if (isMethod && (name == "rename"_L1 || name == "unlink"_L1 || name == "rmdir"_L1)) {
        readMethod(at);
        if (name == "rename"_L1)
            take(first);
        return;
    }
    switch (call) {
    case WriteCall::None:
        break;
    case WriteCall::Opening:
        // `Path('f').open('w')` has its mode first.
        if (isMethod && first < m_tokens.size() && m_tokens[first].text.size() <= 3
            && m_tokens[first].text.contains(u'w'))
            readMethod(at);
        else if (isWritingMode(first))
            take(first);
        break;
    case WriteCall::Method:
        readMethod(at);
        break;
    case WriteCall::First:
    case WriteCall::Both:
        take(first);
        if (call == WriteCall::Both)
            take(nextArgument(first));
        break;
    case WriteCall::Second:
        take(nextArgument(first));
        break;
    case WriteCall::Folder:
        m_writes.hasOther = true;
        break;
    }
}

/// `Path('f').write_text(` and `f.write_text(`.
void WriteFinder::readMethod(std::size_t at)
{
    if (at >= 2 && is(at - 1, "."_L1) && m_tokens[at - 2].kind == ScriptToken::Kind::Name)
        return takeVariable(m_tokens[at - 2].text);
    if (at >= 5 && is(at - 1, "."_L1) && is(at - 2, ")"_L1) && is(at - 4, "("_L1)
        && m_tokens[at - 5].text.endsWith("Path"_L1))
        return take(at - 3);
    m_writes.hasOther = true;
}

/// The argument at a place: a text on its own, a variable, or something nobody can read off.
void WriteFinder::take(std::size_t at)
{
    const auto isAlone = is(at + 1, ","_L1) || is(at + 1, ")"_L1);
    if (at >= m_tokens.size())
        m_writes.hasOther = true;
    else if (m_tokens[at].kind == ScriptToken::Kind::Text && m_tokens[at].isPlain && isAlone)
        m_writes.paths.append(m_tokens[at].text);
    else if (m_tokens[at].kind == ScriptToken::Kind::Name && isAlone)
        takeVariable(m_tokens[at].text);
    else
        m_writes.hasOther = true;
}

void WriteFinder::takeVariable(const QString &name)
{
    const auto values = m_values.value(name);
    m_writes.hasOther |= values.isEmpty() || values.contains(QString());
    for (const auto &value : values) {
        if (!value.isEmpty() && m_writes.paths.size() < 1000)
            m_writes.paths.append(value);
    }
}

} // namespace

InlineWrites inlineWrites(QStringView script)
{
    return WriteFinder(scriptTokens(script)).find();
}

} // namespace Decayscope
