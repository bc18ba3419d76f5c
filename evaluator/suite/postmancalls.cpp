// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmancalls.h"

#include "postmanexpect.h"
#include "postmanoperators.h"

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

using Kind = PostmanValueKind;
using Reading = PostmanReading<PostmanValue>;

bool isVariableGetter(const QString &name)
{
    static const QStringList names{u"pm.globals.get"_s, u"pm.environment.get"_s, u"pm.collectionVariables.get"_s,
        u"pm.variables.get"_s, u"postman.getGlobalVariable"_s, u"postman.getEnvironmentVariable"_s};
    return names.contains(name);
}

} // namespace

bool isKnownPostmanFunction(const QString &name)
{
    static const QStringList names{u"JSON.parse"_s, u"pm.response.json"_s, u"pm.response.text"_s, u"Array.isArray"_s,
        u"Number.isInteger"_s, u"pm.expect"_s, u"Object.hasOwn"_s, u"Object.prototype.hasOwnProperty.call"_s};
    return names.contains(name) || isVariableGetter(name) || name.startsWith(u"console.");
}

PostmanReading<PostmanValue> postmanMethodCall(
    const PostmanValue &what, const std::vector<PostmanValue> &arguments, int line)
{
    if (arguments.size() != 1)
        return postmanUnknown(line, what.text + u" with other than one argument");
    if (what.text == u"hasOwnProperty")
        return postmanPresence(what, arguments.front(), line);
    PostmanValue status = postmanValue(Kind::Expectation, u"oneOf"_s);
    status.subject.push_back(arguments.front());
    Reading asked = expectationCall(std::move(status), {postmanLiteral(what.literal)}, line);
    if (!asked)
        return postmanUnknown(line, u"includes of something else than the status"_s);
    asked->kind = Kind::Question;
    return asked;
}

PostmanReading<PostmanValue> postmanFunctionCall(
    const QString &name, const std::vector<PostmanValue> &arguments, int line)
{
    if (name.startsWith(u"console."))
        return PostmanValue{};
    if (arguments.empty())
        return name == u"pm.response.json" ? Reading(postmanValue(Kind::Place))
            : name == u"pm.response.text"  ? Reading(postmanValue(Kind::BodyText))
                                           : postmanUnknown(line, name + u" without an argument");
    const PostmanValue &first = arguments.front();
    if (name == u"pm.expect")
        return postmanExpectation(first, line);
    if (name == u"JSON.parse" && first.kind == Kind::BodyText && arguments.size() == 1)
        return postmanValue(Kind::Place);
    if (isVariableGetter(name) && first.literal.isString())
        return postmanValue(Kind::Variable, first.literal.toString());
    if (first.kind != Kind::Place)
        return postmanUnknown(line, name + u" of something else than the answer's JSON");
    if (name.startsWith(u"Object.") && arguments.size() == 2)
        return postmanPresence(first, arguments.back(), line);
    const auto path = postmanPath(first.place, line);
    if (!path)
        return std::unexpected(path.error());
    if (name == u"Array.isArray")
        return postmanQuestion(CheckKind::Array, *path);
    if (name == u"Number.isInteger")
        return postmanQuestion(CheckKind::Integer, *path);
    return postmanUnknown(line, name + u" with these arguments");
}

} // namespace Decayscope
