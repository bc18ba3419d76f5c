// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellinterpreter.h"
#include "shellquotes.h"

namespace Decayscope {

namespace {

constexpr std::size_t mostEdits = 20'000;
constexpr std::size_t mostFrames = 1000;

} // namespace

ShellInterpreter::ShellInterpreter(ShellTokens tokens, const QString &folder, int depth)
    : m_tokens(std::move(tokens))
    , m_depth(depth)
{
    ShellFrame outermost;
    outermost.folder.text = folder;
    m_frames.push_back(std::move(outermost));
}

bool ShellInterpreter::isConditional() const
{
    for (const auto &open : m_frames) {
        if (!open.keyword.isEmpty() && open.keyword != "("_L1 && open.keyword != "{"_L1)
            return true;
    }
    return false;
}

ShellScript ShellInterpreter::read()
{
    for (m_at = 0; m_at < m_tokens.tokens.size() && m_found.size() < mostEdits; ++m_at) {
        const auto &token = m_tokens.tokens[m_at];
        if (token.kind == ShellToken::Kind::Operator)
            readOperator(token.text);
        else
            readWord(token);
    }
    endPipeline(u"\n"_s);
    if (m_found.size() >= mostEdits) {
        m_tokens.isBroken = true;
        m_found.push_back({opaqueEdit({{}, false, {}, true}), {}, -1, true});
    }
    return finished();
}

void ShellInterpreter::readWord(const ShellToken &token)
{
    if (token.kind == ShellToken::Kind::Word && m_words.empty() && !m_isGroupClosed && readKeyword(token.word.bare()))
        return;
    m_words.push_back(token);
}

/// Opens and closes compound commands; false for words that are none of theirs.
bool ShellInterpreter::readKeyword(const QString &word)
{
    static const QStringList openers{u"if"_s, u"while"_s, u"until"_s, u"case"_s, u"select"_s, u"{"_s, u"function"_s};
    static const QStringList middles{u"then"_s, u"do"_s, u"else"_s, u"elif"_s};
    static const QStringList closers{u"fi"_s, u"done"_s, u"esac"_s, u"}"_s};
    if (word.isEmpty())
        return false;
    if (openers.contains(word))
        openFrame(word);
    else if (word == "for"_L1)
        readFor();
    else if (closers.contains(word))
        closeFrame();
    else if (word == "!"_L1)
        m_isNegated = true;
    else if (!middles.contains(word))
        return false;
    return true;
}

void ShellInterpreter::openFrame(const QString &keyword)
{
    if (m_frames.size() >= mostFrames) {
        m_tokens.isBroken = true;
        return;
    }
    ShellFrame inner;
    inner.keyword = keyword;
    inner.folder = frame().folder;
    inner.variables = isConditional() || frame().variables.size() < 100 ? frame().variables : ShellVariables();
    inner.atStart = inner.now = frame().now;
    inner.isFolderOpen = frame().isFolderOpen || frame().changesFolder;
    // A group's own success decides nothing outside that could be followed here.
    inner.atStart.isUnsure |= m_isNegated;
    m_isListOpen = false;
    m_frames.push_back(std::move(inner));
}

void ShellInterpreter::closeFrame()
{
    endPipeline(u"\n"_s);
    if (m_frames.size() == 1) {
        m_tokens.isBroken = true;
        return;
    }
    const auto inner = std::move(m_frames.back());
    m_frames.pop_back();
    if (inner.keyword == "{"_L1 && !(inner.folder == frame().folder))
        enterFolder(inner.folder);
    // Variables and folders that a condition changed are open afterwards.
    if (inner.keyword != "("_L1 && inner.keyword != "{"_L1) {
        frame().variables.clear();
        if (!(inner.folder == frame().folder)) {
            frame().folder = {};
            frame().folder.appendUnknown(false);
        }
    }
    if (inner.leaves && inner.keyword != "("_L1)
        noteLeaving();
    m_isGroupClosed = true;
}

/// `for f in a b c`: inside, `$f` is one of these.
void ShellInterpreter::readFor()
{
    openFrame(u"for"_s);
    QString name;
    QStringList values;
    auto isKnown = true;
    auto isIn = false;
    while (m_at + 1 < m_tokens.tokens.size() && m_tokens.tokens[m_at + 1].kind == ShellToken::Kind::Word) {
        const auto &word = m_tokens.tokens[++m_at].word;
        if (name.isEmpty()) {
            name = word.readable();
        } else if (!isIn) {
            isIn = true;
        } else {
            for (const auto &value : valuesOf(word, frame().variables)) {
                isKnown &= value.isKnown && values.size() < 64;
                values.append(value.text);
            }
        }
    }
    frame().variables.erase(name);
    if (isKnown && !values.isEmpty())
        frame().variables[name] = values;
}

void ShellInterpreter::readOperator(const QString &text)
{
    if (text == "|"_L1 || text == "|&"_L1) {
        if (!m_frames.back().keyword.startsWith("case"_L1) || !m_words.empty())
            endCommand();
        return;
    }
    if (text == "("_L1) {
        const auto isFunction = !m_words.empty();
        m_words.clear();
        if (!isFunction)
            return openFrame(u"("_s);
        // `name() {`: the brackets hold nothing, and the body runs when somebody calls it.
        while (m_at + 1 < m_tokens.tokens.size() && m_tokens.tokens[m_at + 1].text == ")"_L1)
            ++m_at;
        while (m_at + 1 < m_tokens.tokens.size() && m_tokens.tokens[m_at + 1].text == "\n"_L1)
            ++m_at;
        const auto opens = m_at + 1 < m_tokens.tokens.size() && m_tokens.tokens[m_at + 1].word.bare() == "{"_L1;
        if (opens) {
            ++m_at;
            openFrame(u"function"_s);
        } else {
            m_tokens.isBroken = true;
        }
        return;
    }
    if (text == ")"_L1) {
        if (frame().keyword == "("_L1)
            closeFrame();
        else if (frame().keyword == "case"_L1)
            m_words.clear();
        else
            m_tokens.isBroken = true;
        return;
    }
    if (text == "((…))"_L1)
        return;
    const auto goesOn = text == "\n"_L1 && m_words.empty() && !m_isGroupClosed && (m_isListOpen || !m_pipeline.empty());
    if (!goesOn)
        endPipeline(text);
}

void ShellInterpreter::endCommand()
{
    m_pipeline.push_back({std::exchange(m_words, {}), m_isGroupClosed});
    m_isGroupClosed = false;
}

void ShellInterpreter::endPipeline(const QString &text)
{
    if (!m_words.empty() || m_isGroupClosed)
        endCommand();
    const auto stages = std::exchange(m_pipeline, {});
    const auto isBackground = text == "&"_L1;
    const auto isAlone = stages.size() == 1;
    auto manner = CommandManner::Harmless;
    std::optional<QString> piped;
    if (!stages.empty()) {
        m_lastEdits = m_found.size();
        m_lastList = m_list;
        m_isListOpen = false;
    }
    for (const auto &stage : stages) {
        auto command = commandOf(stage.tokens);
        command.isGroup = stage.isGroup;
        addInput(command, piped);
        auto effects = effectsOf(command);
        readSet(command);
        piped = effects.output;
        manner = qMax(manner, stage.isGroup ? CommandManner::Program : effects.manner);
        if (isAlone && effects.newFolder && !isBackground)
            enterFolder(*effects.newFolder);
        addEdits(effects, isBackground, isAlone);
    }
    if (m_isNegated && !stages.empty())
        frame().now.isUnsure = true;
    m_isNegated = false;
    m_isGroupClosed = false;
    passOn(text, stages.empty() || isBackground ? CommandManner::Harmless : manner);
}

void ShellInterpreter::readSet(const ShellCommand &command)
{
    if (command.words.size() < 2 || command.words.front().text != "set"_L1)
        return;
    const auto &option = command.words[1].text;
    m_exitsOnError |= option.startsWith(u'-') && option.contains(u'e');
}

ShellScript shellScriptWithin(const QString &script, const QString &folder, int depth)
{
    return ShellInterpreter(shellTokens(script), folder, depth).read();
}

} // namespace Decayscope
