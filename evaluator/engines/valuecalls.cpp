// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "valuewalk.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::array environmentNames{
    "os.environ.", "environ.", "process.env.", "import.meta.env.", "Bun.env.", "env."};

/// Keywords that say what holds where a variable is not set.
constexpr std::array defaultKeywords{"default", "fallback", "default_value", "defaultValue", "devDefault"};

/// Calls that give what they are given: the argument that matters, or what the call is a method of.
struct PassingCall
{
    std::string_view name;
    int argument;
};

constexpr int receiver = -1;

constexpr std::array passing{PassingCall{"str", 0}, PassingCall{"String", 0}, PassingCall{"make_url", 0},
    PassingCall{"Path", 0}, PassingCall{"PosixPath", 0}, PassingCall{"Field", 0}, PassingCall{"PostgresDsn", 0},
    PassingCall{"SecretStr", 0}, PassingCall{"Secret", 0}, PassingCall{"AnyUrl", 0}, PassingCall{"DatabaseURL", 0},
    PassingCall{"fspath", 0}, PassingCall{"abspath", 0}, PassingCall{"realpath", 0}, PassingCall{"unquote", 0},
    PassingCall{"cast", 1}, PassingCall{"parse_obj_as", 1}, PassingCall{"default", 0}, PassingCall{"text", 0},
    PassingCall{"SQL", 0}, PassingCall{"dedent", 0}, PassingCall{"cleandoc", 0}, PassingCall{"freeze", 0},
    PassingCall{"assign", 1}, PassingCall{"dict", 0}, PassingCall{"strip", receiver}, PassingCall{"rstrip", receiver},
    PassingCall{"lstrip", receiver}, PassingCall{"trim", receiver}, PassingCall{"toString", receiver},
    PassingCall{"as_posix", receiver}, PassingCall{"resolve", receiver}, PassingCall{"get_secret_value", receiver},
    PassingCall{"unicode_string", receiver}, PassingCall{"bindparams", receiver}, PassingCall{"format", receiver},
    PassingCall{"encode", receiver}, PassingCall{"decode", receiver}, PassingCall{"copy", receiver},
    PassingCall{"render_as_string", receiver}, PassingCall{"columns", receiver}};

bool isVariable(const SourceValue &value)
{
    return value.kind == SourceValueKind::Text && value.text.size() > 1 && std::ranges::all_of(value.text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

const SourceValue *defaultOf(const SourceValue &call)
{
    for (const auto *keyword : defaultKeywords) {
        if (const auto *found = call.entry(keyword))
            return found;
    }
    if (call.items.size() > 1) {
        const auto &second = call.items[1];
        for (const auto *keyword : defaultKeywords) {
            const auto *found = second.kind == SourceValueKind::Map ? second.entry(keyword) : nullptr;
            if (found)
                return found;
        }
        return &second;
    }
    return nullptr;
}

std::string_view receiverOf(std::string_view callee)
{
    const auto dot = callee.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : callee.substr(0, dot);
}

} // namespace

bool ValueWalk::given(std::string_view variable, const ValuePlace &place)
{
    std::string upper(variable);
    std::ranges::transform(
        upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const auto found = m_follower.environment().find(upper);
    if (found == m_follower.environment().end())
        return false;
    put(*m_follower.keep({.kind = SourceValueKind::Text, .text = found->second, .line = place.line}), place, true);
    return true;
}

/// `process.env.X`: what it is started with, else unknown.
bool ValueWalk::environment(std::string_view dotted, const ValuePlace &place)
{
    const auto *found = std::ranges::find_if(
        environmentNames, [dotted](std::string_view begin) { return dotted.starts_with(begin); });
    if (found == environmentNames.end())
        return false;
    const auto variable = dotted.substr(std::string_view(*found).size());
    const auto isUpper = std::ranges::none_of(variable, [](char c) { return (c >= 'a' && c <= 'z') || c == '.'; });
    if (!isUpper)
        return false;
    if (!given(variable, place))
        putUnknown(place);
    return true;
}

/// `os.getenv("X", "default")`, `config("X", default=…)` and all that look like them.
bool ValueWalk::isEnvironmentCall(const SourceValue &call)
{
    return !call.items.empty() && isVariable(call.items.front());
}

bool ValueWalk::environmentCall(const SourceValue &call, const ValuePlace &place)
{
    if (!isEnvironmentCall(call))
        return false;
    if (given(call.items.front().text, place))
        return true;
    if (const auto *otherwise = defaultOf(call))
        follow(*otherwise, place);
    else
        putUnknown(place);
    return true;
}

void ValueWalk::call(const SourceValue &call, const ValuePlace &place, std::string_view rest)
{
    const auto name = lastMember(call.text);
    const auto before = receiverOf(call.text);
    if (rest.empty() && environmentCall(call, place))
        return;
    const auto *pass = std::ranges::find(passing, name, &PassingCall::name);
    if (const auto *start = call.entry("."); start && pass != passing.end() && pass->argument == receiver)
        return follow(*start, place, rest);
    if (pass != passing.end() && pass->argument == receiver && !before.empty())
        return follow(*m_follower.keep({.kind = SourceValueKind::Name, .text = std::string(before), .line = call.line}),
            place, rest);
    if (pass != passing.end() && pass->argument >= 0) {
        const auto *value = defaultOf(call) && name == "Field" ? defaultOf(call) : nullptr;
        if (!value && static_cast<std::size_t>(pass->argument) < call.items.size())
            value = &call.items[static_cast<std::size_t>(pass->argument)];
        if (value)
            return follow(*value, place, rest);
    }
    if (name == "dict" && call.items.empty() && !call.entries.empty())
        return members(
            *m_follower.keep({.kind = SourceValueKind::Map, .entries = call.entries, .line = call.line}), place, rest);
    if (received(call, place, rest) || instance(call, place, rest))
        return;
    if (rest.empty())
        put(call, place);
    else
        putName(call.text + "()." + std::string(rest), place, call.entry("."));
}

/// A method of what another call of the project gives: `Settings().url()`.
bool ValueWalk::received(const SourceValue &call, const ValuePlace &place, std::string_view rest)
{
    const auto *start = call.entry(".");
    if (!start || call.text.size() < 2 || call.text.front() != '.')
        return false;
    const auto before = m_found.size();
    follow(*start, place, rest.empty() ? call.text.substr(1) : call.text.substr(1) + '.' + std::string(rest));
    return keepKnown(before);
}

/// Takes back what was found since, where none of it is more than a name.
bool ValueWalk::keepKnown(std::size_t before)
{
    const auto isKnown
        = std::any_of(m_found.begin() + static_cast<qptrdiff>(before), m_found.end(), [](const PlacedValue &found) {
              return found.value->kind != SourceValueKind::Name && found.value->kind != SourceValueKind::Unknown;
          });
    if (!isKnown)
        m_found.resize(before);
    return isKnown;
}

/// `require("./config")`
bool ValueWalk::module(const SourceValue &call, const ValuePlace &place, std::string_view rest)
{
    const auto isRequire = call.text == "require" || call.text == "import";
    if (!isRequire || call.items.size() != 1 || call.items.front().kind != SourceValueKind::Text)
        return false;
    const auto edges = m_follower.graph().edgesOf(place.file);
    constexpr std::size_t mostEdges = 200;
    for (const auto &edge : edges.first(std::min(edges.size(), mostEdges))) {
        if (edge.module == call.items.front().text)
            return definition(edge.to, {}, rest);
    }
    return false;
}

/// A call of a function of the project is what it returns; a member of an instance is its class's.
bool ValueWalk::instance(const SourceValue &call, const ValuePlace &place, std::string_view rest)
{
    if (module(call, place, rest))
        return true;
    if (call.text.empty() || call.text.front() == '.')
        return false;
    const auto step
        = std::to_string(place.file) + "\n()" + place.functionName + '\n' + call.text + '\n' + std::string(rest);
    if (std::ranges::find(m_path, step) != m_path.end())
        return false;
    m_path.push_back(step);
    const auto before = m_found.size();
    const auto isFound
        = found(rest.empty() ? call.text : call.text + '.' + std::string(rest), place) && keepKnown(before);
    m_path.pop_back();
    return isFound;
}

} // namespace Decayscope
