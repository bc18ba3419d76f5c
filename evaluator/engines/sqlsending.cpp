// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlsending.h"

#include "databaseconnections.h"
#include "testconditions.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>
#include <map>

namespace Decayscope {

namespace {

/// Methods that send the text of their first argument. Only whole statements matter, so that the `get` of a router or
/// the `run` of a program is none.
constexpr std::array senders{"execute", "executemany", "executescript", "exec_driver_sql", "execute_batch",
    "execute_values", "fetch", "fetchrow", "fetchval", "fetch_one", "fetch_all", "fetch_val", "iterate", "scalar",
    "scalars", "scalar_one", "stream", "exec", "query", "raw", "run", "all", "get", "each", "prepare", "unsafe", "any",
    "none", "one", "oneOrNone", "many", "manyOrNone", "oneFirst", "maybeOne", "maybeOneFirst", "manyFirst", "result",
    "execute_fetchall", "execute_insert", "fetchmany", "execute_query", "execute_query_dict", "execute_script",
    "from_statement", "read_sql", "read_sql_query", "DDL", "copy_expert", "mogrify", "cursor", "batch", "queryRaw",
    "executeSql", "$queryRaw", "$executeRaw", "$queryRawUnsafe", "$executeRawUnsafe", "select_by_sql", "textual",
    "callproc"};

/// The second argument is the text: of psycopg2's helpers, and of what takes a connection first.
constexpr std::array secondArgument{"execute_batch", "execute_values"};

/// Receivers that write texts down or take paths: `app.get(…)`, but not `app.db.get(…)`.
constexpr std::array writers{"logger", "log", "logging", "console", "print", "warnings", "re", "subprocess", "axios",
    "requests", "httpx", "path", "fs", "app", "router"};

/// Members of an argument object that hold the text.
constexpr std::array textKeys{"text", "sql", "query", "statement", "querystring"};

/// Calls that only wrap a text.
constexpr std::array textCalls{"text", "SQL", "sql", "DDL", "unsafe", "raw"};

/// Packages whose tagged templates send: sql`…` of postgres.
constexpr std::array taggingPackages{"postgres"};

bool isIn(const auto &table, std::string_view name)
{
    return std::ranges::find(table, name) != table.end();
}

const SourceValue *argumentAt(const SourceValue &call, std::size_t index)
{
    if (index < call.items.size())
        return &call.items[index];
    for (const auto *key : textKeys) {
        if (const auto *found = call.entry(key))
            return found;
    }
    return nullptr;
}

/// The text inside of `{text: …}`, `text(…)` and their like.
const SourceValue &innermost(const SourceValue *value)
{
    if (value->kind == SourceValueKind::Call && value->items.size() == 1 && isIn(textCalls, lastMember(value->text)))
        return value->items.front();
    for (const auto *key : textKeys) {
        const auto *found = value->kind == SourceValueKind::Map ? value->entry(key) : nullptr;
        if (found)
            return *found;
    }
    return *value;
}

class SqlReading
{
public:
    explicit SqlReading(ValueFollower &follower)
        : m_follower(follower)
    { }

    std::vector<SentSql> read()
    {
        constexpr int deepestWrapping = 3;
        auto known = m_wrappers.size();
        for (int round = 0; round < deepestWrapping; ++round) {
            eachCall([this](const CallFact &call, int file) { findWrapper(call, file); });
            if (m_wrappers.size() == known)
                break;
            known = m_wrappers.size();
        }
        eachCall([this](const CallFact &call, int file) { readCall(call, file); });
        const auto place = [](const SentSql &sent) { return std::pair(sent.file, sent.line); };
        std::ranges::stable_sort(m_sent, {}, place);
        return std::move(m_sent);
    }

private:
    void eachCall(const auto &use)
    {
        for (int file = 0; file < std::ssize(m_follower.graph().project().files); ++file) {
            if (!isServed(m_follower.graph(), file))
                continue;
            for (const auto &call : m_follower.facts(file).calls) {
                if (!call.isDecorator && !isTestOnly(call.scope.conditions))
                    use(call, file);
            }
        }
    }

    /// Null where the call sends nothing.
    const SourceValue *sentBy(const CallFact &call, int file)
    {
        const auto name = lastMember(call.call.text);
        const std::string_view callee(call.call.text);
        const auto receiver = callee.substr(0, std::max(callee.size() - name.size(), std::size_t{1}) - 1);
        if (isIn(writers, lastMember(receiver)) || isIn(writers, name))
            return nullptr;
        const auto wrapper = m_wrappers.find(std::string(name));
        if (isIn(senders, name) && wrapper == m_wrappers.end() && isOwnMethod(call, file))
            return nullptr;
        if (isIn(secondArgument, name))
            return argumentAt(call.call, 1);
        if (isIn(senders, name))
            return argumentAt(call.call, 0);
        if (wrapper != m_wrappers.end())
            return argumentAt(call.call, wrapper->second);
        return isSendingTag(call, file) ? argumentAt(call.call, 0) : nullptr;
    }

    /// Whether the receiver is an instance of a class of the project that has the method itself.
    bool isOwnMethod(const CallFact &call, int file)
    {
        const auto dot = call.call.text.rfind('.');
        if (dot == std::string::npos || dot == 0)
            return false;
        const auto method = call.call.text.substr(dot + 1);
        const SourceValue receiver{.kind = SourceValueKind::Name, .text = call.call.text.substr(0, dot)};
        const auto values = m_follower.valuesOf(receiver, placeOf(file, call.scope, call.line));
        return std::ranges::any_of(values, [&](const PlacedValue &found) {
            const auto type = m_follower.graph().definitionOf(found.place.file, found.value->text);
            const auto *own = found.value->kind == SourceValueKind::Call && type
                ? m_follower.names(type->file).classNamed(type->name)
                : nullptr;
            return own && m_follower.names(type->file).function(own->name, method);
        });
    }

    bool isSendingTag(const CallFact &call, int file)
    {
        const auto isText = call.call.items.size() == 1
            && (call.call.items.front().kind == SourceValueKind::Text
                || call.call.items.front().kind == SourceValueKind::Joined);
        const auto origin = isText ? m_follower.originOfCall(call, file) : std::nullopt;
        return origin && isIn(taggingPackages, origin->package) && origin->name.ends_with("()");
    }

    /// A function whose parameter is sent is a sender itself.
    void findWrapper(const CallFact &call, int file)
    {
        const auto *argument = sentBy(call, file);
        const auto index = argument ? parameterIn(innermost(argument), call.scope, file) : std::nullopt;
        if (index)
            m_wrappers.emplace(call.scope.functionName, *index);
    }

    /// The place among a call's arguments of the parameter that a value is.
    std::optional<std::size_t> parameterIn(const SourceValue &value, const SourceScope &scope, int file)
    {
        if (value.kind != SourceValueKind::Name || scope.functionName.empty())
            return std::nullopt;
        const auto &names = m_follower.names(file);
        const auto *function = names.function(scope.className, scope.functionName);
        if (!function || !names.assigned(scope.className, scope.functionName, value.text).empty())
            return std::nullopt;
        const auto index = parameterIndex(*function, value.text);
        if (!index)
            return std::nullopt;
        const auto isBound = function->parameters.front() == "self" || function->parameters.front() == "cls";
        return isBound && *index > 0 ? *index - 1 : *index;
    }

    void readCall(const CallFact &call, int file)
    {
        const auto *argument = sentBy(call, file);
        if (!argument || parameterIn(innermost(argument), call.scope, file))
            return;
        const auto place = placeOf(file, call.scope, call.line);
        SentSql sent{.what = calleeText(call), .file = file, .line = call.line};
        for (const auto &text : textsIn(*argument, place))
            take(text, sent);
        if (const auto origin = m_follower.originOfCall(call, file))
            sent.package = origin->package;
        m_sent.push_back(std::move(sent));
    }

    std::vector<FollowedText> textsIn(const SourceValue &argument, const ValuePlace &place)
    {
        std::vector<FollowedText> texts;
        for (const auto &found : m_follower.valuesOf(argument, place)) {
            for (auto &text : m_follower.textsOf(innermost(found.value), found.place))
                texts.push_back(std::move(text));
        }
        return texts;
    }

    static void take(const FollowedText &text, SentSql &sent)
    {
        const auto kind = sqlTextKind(text.text);
        sent.isKnown = sent.isKnown || !text.text.starts_with("{}");
        if (kind > sent.kind) {
            sent.kind = kind;
            sent.text = text.text;
        }
    }

    ValueFollower &m_follower;
    std::map<std::string, std::size_t> m_wrappers; ///< The project's own: which argument they send.
    std::vector<SentSql> m_sent;
};

} // namespace

std::vector<SentSql> sentSql(ValueFollower &follower)
{
    return SqlReading(follower).read();
}

} // namespace Decayscope
