// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellinterpreter.h"
#include "shellquotes.h"

namespace Decayscope {

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

} // namespace Decayscope
