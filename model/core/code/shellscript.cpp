// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellcommand.h"
#include "shellquotes.h"

#include <set>

namespace Decayscope {

namespace {

constexpr std::size_t mostEdits = 20'000;
constexpr std::size_t mostFrames = 1000;

/// What has been met since the shell began, or since an and-or list did.
struct Course
{
    ShellReach reach;
    bool needsList = false; ///< An earlier command of the same list must have succeeded.
    bool isUnsure = false; ///< Nobody knows whether the shell gets here.
};

/// A group, loop or condition that is open.
struct Frame
{
    QString keyword; ///< That opened it: "(", "{", "if", "for", …; empty for the script itself.
    ShellValue folder;
    ShellVariables variables;
    Course atStart; ///< Of its lists.
    Course now;
    CommandManner listManner = CommandManner::Harmless;
    bool hasOr = false; ///< The list has a `||`.
    bool leaves = false; ///< A command in it may end the shell.
    bool changesFolder = false; ///< The list has a `cd`,
    bool mayChangeFolder = false; ///< which the shell may not have come to.
    bool isFolderOpen = false; ///< A `cd` of an earlier list may have failed.
};

/// An edit, and the list whose success it needs.
struct Found
{
    ShellEdit edit;
    Course course;
    int list = 0;
    bool isInDoubt = false;
};

/// A command of a pipeline.
struct Stage
{
    std::vector<ShellToken> tokens;
    bool isGroup = false; ///< The tokens are the redirections of a group.
};

/// Walks over a command's tokens and keeps account of what must be so for each edit to have happened.
class ShellInterpreter
{
public:
    ShellInterpreter(ShellTokens tokens, const QString &folder, int depth);

    ShellScript read();

private:
    Frame &frame() { return m_frames.back(); }
    bool isConditional() const;
    void readWord(const ShellToken &token);
    bool readKeyword(const QString &word);
    void readFor();
    void readOperator(const QString &text);
    void openFrame(const QString &keyword);
    void closeFrame();
    void endCommand();
    void endPipeline(const QString &text);
    void endList(bool isBackground);
    void noteLeaving();
    void passOn(const QString &text, CommandManner manner);
    ShellCommand commandOf(const std::vector<ShellToken> &tokens);
    bool takeAssignment(const ShellWord &word);
    void addInput(ShellCommand &command, const std::optional<QString> &piped) const;
    void addEdits(CommandEffects &effects, bool isBackground, bool isAlone);
    void enterFolder(const ShellValue &folder);
    void addElsewhere(ShellEdit &edit);
    void readSet(const ShellCommand &command);
    ShellScript finished();

    ShellTokens m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::vector<Frame> m_frames;
    std::vector<ShellToken> m_words; ///< Of the command at hand.
    std::vector<Stage> m_pipeline;
    bool m_isNegated = false;
    bool m_isGroupClosed = false; ///< What follows are the redirections of a group.
    bool m_exitsOnError = false;
    int m_list = 0;
    int m_lastList = -1; ///< The last one that had a command.
    bool m_isListOpen = false; ///< The line ended behind `&&` or `||`.
    std::size_t m_lastEdits = 0; ///< Edits from here on are those of the last command.
    std::set<int> m_listsWithOr;
    std::vector<Found> m_found;
    std::vector<ShellFolder> m_foldersMade;
};

ShellInterpreter::ShellInterpreter(ShellTokens tokens, const QString &folder, int depth)
    : m_tokens(std::move(tokens))
    , m_depth(depth)
{
    Frame outermost;
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
    Frame inner;
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

/// `name=value` before a command; its value may be of use to the words behind it.
bool ShellInterpreter::takeAssignment(const ShellWord &word)
{
    if (word.pieces.empty() || word.pieces.front().kind != ShellPiece::Kind::Bare)
        return false;
    const auto &first = word.pieces.front().text;
    const auto equals = first.indexOf(u'=');
    if (equals <= 0)
        return false;
    for (const auto letter : first.first(equals)) {
        if (!letter.isLetterOrNumber() && letter != u'_' && letter != u'+')
            return false;
    }
    auto value = word;
    value.pieces.front().text.remove(0, equals + 1);
    auto name = first.first(equals);
    const auto values = valuesOf(value, frame().variables);
    frame().variables.erase(name.endsWith(u'+') ? name.chopped(1) : name);
    const auto isSet = !name.endsWith(u'+') && values.size() == 1 && values.front().isKnown && !isConditional()
        && !frame().now.isUnsure && frame().listManner == CommandManner::Harmless && frame().variables.size() < 100
        && values.front().text.size() < 4096;
    if (isSet)
        frame().variables[name] = {values.front().text};
    return true;
}

ShellCommand ShellInterpreter::commandOf(const std::vector<ShellToken> &tokens)
{
    ShellCommand command;
    command.folder = frame().folder;
    command.depth = m_depth;
    for (const auto &token : tokens) {
        if (token.kind == ShellToken::Kind::Word) {
            if (command.words.empty() && takeAssignment(token.word))
                continue;
            for (auto &value : valuesOf(token.word, frame().variables))
                command.words.push_back(std::move(value));
            continue;
        }
        ShellRedirection redirection{token.text, token.descriptor, {}, token.body, token.isBodyLiteral};
        for (auto &target : valuesOf(token.word, frame().variables)) {
            redirection.target = std::move(target);
            command.redirections.push_back(redirection);
        }
    }
    return command;
}

void ShellInterpreter::addInput(ShellCommand &command, const std::optional<QString> &piped) const
{
    command.input = piped;
    for (const auto &redirection : command.redirections) {
        if (redirection.descriptor > 0 || !redirection.sign.startsWith(u'<'))
            continue;
        command.input.reset();
        if (redirection.sign == "<<"_L1 && redirection.isBodyLiteral)
            command.input = redirection.body;
        if (redirection.sign == "<<<"_L1 && redirection.target.isKnown)
            command.input = redirection.target.text + u'\n';
    }
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

/// What the operator behind a command makes of the way to the next one.
void ShellInterpreter::passOn(const QString &text, CommandManner manner)
{
    auto &open = frame();
    if (manner == CommandManner::Leaves)
        noteLeaving();
    else
        open.listManner = qMax(open.listManner, manner);
    m_isListOpen = text == "&&"_L1 || text == "||"_L1;
    if (text == "&&"_L1) {
        open.now.reach.needsQuiet |= manner == CommandManner::Complains;
        open.now.needsList |= manner == CommandManner::Program;
        open.now.isUnsure |= manner == CommandManner::Leaves;
    } else if (text == "||"_L1) {
        open.now.isUnsure = true;
        open.hasOr = true;
        m_listsWithOr.insert(m_list);
    } else {
        endList(text == "&"_L1);
    }
}

/// A command that leaves the shell: behind `||` the script goes on where it was not reached.
void ShellInterpreter::noteLeaving()
{
    auto &open = frame();
    open.leaves = true;
    if (open.hasOr && open.listManner == CommandManner::Complains)
        open.atStart.reach.needsQuiet = true;
    else if (open.hasOr)
        open.atStart.reach.needsSuccess = true;
    else
        open.atStart.isUnsure = true;
}

void ShellInterpreter::endList(bool isBackground)
{
    auto &open = frame();
    if (!isBackground && open.listManner == CommandManner::Program) {
        open.atStart.reach.needsEnd = true;
        open.atStart.reach.needsSuccess |= m_exitsOnError;
    }
    // A folder that was not entered changes the meaning of every path behind it.
    open.atStart.reach.needsQuiet |= open.changesFolder;
    if (open.mayChangeFolder) {
        open.folder = {};
        open.folder.appendUnknown(false);
    }
    open.isFolderOpen |= open.changesFolder;
    open.changesFolder = open.mayChangeFolder = false;
    open.now = open.atStart;
    open.listManner = CommandManner::Harmless;
    open.hasOr = false;
    ++m_list;
}

void ShellInterpreter::enterFolder(const ShellValue &folder)
{
    frame().folder = folder;
    frame().changesFolder = true;
    frame().mayChangeFolder |= frame().now.isUnsure || frame().now.needsList;
}

void ShellInterpreter::readSet(const ShellCommand &command)
{
    if (command.words.size() < 2 || command.words.front().text != "set"_L1)
        return;
    const auto &option = command.words[1].text;
    m_exitsOnError |= option.startsWith(u'-') && option.contains(u'e');
}

void ShellInterpreter::addEdits(CommandEffects &effects, bool isBackground, bool isAlone)
{
    const auto isInDoubt = isBackground || isConditional() || frame().now.isUnsure;
    for (const auto &path : effects.foldersMade)
        m_foldersMade.push_back({path, frame().now.reach, !isInDoubt && !frame().now.needsList});
    for (auto &edit : effects.edits) {
        addElsewhere(edit);
        m_found.push_back({std::move(edit), frame().now, m_frames.size() == 1 && isAlone ? m_list : -1, isInDoubt});
    }
}

/// Where a `cd` may have failed, a path may be that of another folder.
void ShellInterpreter::addElsewhere(ShellEdit &edit)
{
    const auto &open = frame();
    const auto &folder = open.folder.text;
    if (!open.isFolderOpen && !(open.changesFolder && open.hasOr))
        return;
    for (const auto &path : {edit.edit.path, edit.edit.target}) {
        if (!folder.isEmpty() && path.startsWith(QString(folder + u'/')))
            edit.elsewhere.append(path.sliced(folder.size() + 1));
    }
}

/// Settles what could not be known before the end was seen.
ShellScript ShellInterpreter::finished()
{
    ShellScript script;
    const auto isOpen = m_tokens.isBroken || m_frames.size() > 1;
    script.foldersMade = std::move(m_foldersMade);
    for (auto &folder : script.foldersMade)
        folder.isSure &= !isOpen;
    for (std::size_t at = 0; at < m_found.size(); ++at) {
        auto &found = m_found[at];
        auto &edit = found.edit;
        edit.reach = found.course.reach;
        const auto isListKnown = found.list == m_lastList && !m_listsWithOr.contains(found.list);
        edit.reach.needsSuccess |= found.course.needsList;
        edit.isLast = at >= m_lastEdits && !isOpen;
        edit.isFolderOpen = found.isInDoubt;
        if (isOpen || found.isInDoubt || (found.course.needsList && !isListKnown)) {
            for (auto &doubt : inDoubt(edit))
                script.edits.push_back(std::move(doubt));
        } else {
            script.edits.push_back(std::move(edit));
        }
    }
    return script;
}

} // namespace

ShellScript shellScriptWithin(const QString &script, const QString &folder, int depth)
{
    return ShellInterpreter(shellTokens(script), folder, depth).read();
}

} // namespace Decayscope
