// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanexpect.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

using Kind = PostmanValueKind;
using Reading = PostmanReading<PostmanValue>;

const QStringList &joiningWords()
{
    static const QStringList words{u"to"_s, u"be"_s, u"been"_s, u"is"_s, u"that"_s, u"which"_s, u"and"_s, u"has"_s,
        u"have"_s, u"with"_s, u"at"_s, u"of"_s, u"same"_s, u"but"_s, u"does"_s, u"still"_s, u"also"_s, u"deep"_s,
        u"own"_s};
    return words;
}

const QHash<QString, QString> &relations()
{
    static const QHash<QString, QString> table{{u"equal"_s, u"==="_s}, {u"equals"_s, u"==="_s}, {u"eq"_s, u"==="_s},
        {u"eql"_s, u"==="_s}, {u"eqls"_s, u"==="_s}, {u"above"_s, u">"_s}, {u"gt"_s, u">"_s},
        {u"greaterThan"_s, u">"_s}, {u"least"_s, u">="_s}, {u"gte"_s, u">="_s}, {u"below"_s, u"<"_s}, {u"lt"_s, u"<"_s},
        {u"lessThan"_s, u"<"_s}, {u"most"_s, u"<="_s}, {u"lte"_s, u"<="_s}};
    return table;
}

const QHash<QString, int> &statusWords()
{
    static const QHash<QString, int> table{{u"ok"_s, 200}, {u"accepted"_s, 202}, {u"badRequest"_s, 400},
        {u"unauthorized"_s, 401}, {u"unauthorised"_s, 401}, {u"forbidden"_s, 403}, {u"notFound"_s, 404},
        {u"rateLimited"_s, 429}};
    return table;
}

const QStringList &callableWords()
{
    static const QStringList words{u"a"_s, u"an"_s, u"property"_s, u"oneOf"_s, u"status"_s, u"jsonBody"_s};
    return words;
}

std::unexpected<PostmanRefusal> unknownWord(const PostmanValue &chain, const QString &word, int line)
{
    return postmanUnknown(line, (chain.isNegated ? u"\"not … "_s : u"\""_s) + word + u"\" of an expectation");
}

/// Adds what a question asks to the chain, or hands its refusal on.
Reading asked(PostmanValue chain, Reading question)
{
    if (!question)
        return question;
    for (PostmanCondition &condition : question->conditions)
        chain.conditions.push_back(std::move(condition));
    chain.text.clear();
    return chain;
}

Reading negatable(const PostmanValue &chain, Reading question, int line)
{
    if (!question || !chain.isNegated)
        return question;
    return postmanOpposite(*question, line);
}

Reading equality(PostmanValue chain, const PostmanValue &value, int line)
{
    const PostmanValue subject = chain.subject.front();
    if (subject.kind == Kind::Question) {
        if (value.kind != Kind::Literal || !value.literal.isBool())
            return postmanUnknown(line, u"a comparison of a condition with something else than true or false"_s);
        if (value.literal.toBool() != chain.isNegated)
            return asked(std::move(chain), subject);
        return asked(std::move(chain), postmanOpposite(subject, line));
    }
    const QString relation = chain.isNegated ? u"!=="_s : u"==="_s;
    return asked(std::move(chain), postmanRelation(subject, relation, value, line));
}

Reading existence(PostmanValue chain, int line)
{
    const PostmanValue subject = chain.subject.front();
    const QString relation = chain.isNegated ? u"=="_s : u"!="_s;
    return asked(std::move(chain), postmanRelation(subject, relation, postmanLiteral(QJsonValue::Null), line));
}

Reading statusWord(PostmanValue chain, const QString &word, int line)
{
    if (chain.isNegated)
        return unknownWord(chain, word, line);
    return asked(std::move(chain), postmanQuestion(CheckKind::Status, {}, statusWords().value(word)));
}

Reading property(PostmanValue chain, const std::vector<PostmanValue> &arguments, int line)
{
    const bool isNested = chain.literal.toBool();
    const QString key = arguments.front().literal.toString();
    PostmanValue &subject = chain.subject.front();
    if (subject.kind != Kind::Place || !arguments.front().literal.isString() || arguments.size() > 2)
        return unknownWord(chain, u"property"_s, line);
    QString plain = key;
    if (isNested)
        subject.place += plain.replace(u'[', u'.').remove(u']').split(u'.', Qt::SkipEmptyParts);
    else
        subject.place.append(key);
    const auto path = postmanPath(subject.place, line);
    if (!path)
        return std::unexpected(path.error());
    if (path->isEmpty())
        return postmanUnknown(line, u"a check of the whole body"_s);
    if (arguments.size() == 2)
        return equality(std::move(chain), arguments.back(), line);
    Reading question = negatable(chain, postmanQuestion(CheckKind::Present, *path), line);
    return asked(std::move(chain), std::move(question));
}

Reading typed(PostmanValue chain, const PostmanValue &type, int line)
{
    const PostmanValue &subject = chain.subject.front();
    const auto path = postmanPath(subject.place, line);
    if (!path)
        return std::unexpected(path.error());
    if (subject.kind != Kind::Place || chain.isNegated)
        return unknownWord(chain, u"a"_s, line);
    return asked(std::move(chain), postmanTypeQuestion(*path, type.literal.toString(), line));
}

Reading oneOf(PostmanValue chain, const QJsonValue &values, int line)
{
    const QJsonArray codes = values.toArray();
    const auto isCode = [](const QJsonValue &code) { return code.toInt() >= 100; };
    const bool areCodes = !codes.isEmpty() && std::all_of(codes.begin(), codes.end(), isCode);
    if (chain.subject.front().kind != Kind::Status || chain.isNegated || !areCodes)
        return unknownWord(chain, u"oneOf"_s, line);
    return asked(std::move(chain), postmanQuestion(CheckKind::Status, {}, codes));
}

Reading status(PostmanValue chain, const PostmanValue &code, int line)
{
    if (!chain.subject.front().isOutside(u"pm.response") || chain.isNegated)
        return unknownWord(chain, u"status"_s, line);
    PostmanValue subject;
    subject.kind = Kind::Status;
    return asked(std::move(chain), postmanRelation(subject, u"==="_s, code, line));
}

/// pm.response.to.have.jsonBody("a.b", value)
Reading jsonBody(PostmanValue chain, const std::vector<PostmanValue> &arguments, int line)
{
    if (!chain.subject.front().isOutside(u"pm.response"))
        return unknownWord(chain, u"jsonBody"_s, line);
    PostmanValue body = chain;
    body.subject.front() = {};
    body.subject.front().kind = Kind::Place;
    body.literal = true;
    Reading asking = property(std::move(body), arguments, line);
    if (!asking)
        return asking;
    chain.conditions = std::move(asking->conditions);
    chain.text.clear();
    return chain;
}

} // namespace

PostmanReading<PostmanValue> postmanExpectation(PostmanValue subject, int line)
{
    switch (subject.kind) {
    case Kind::Place:
    case Kind::Status:
    case Kind::TypeOf:
    case Kind::Question:
        break;
    case Kind::Outside:
        if (subject.text != u"pm.response")
            return postmanUnknown(line, subject.text);
        break;
    case Kind::BodyText:
        return postmanUnknown(line, u"the text of the body in an expectation"_s);
    case Kind::Nothing:
    case Kind::Literal:
    case Kind::Variable:
    case Kind::Method:
    case Kind::Expectation:
        return postmanUnknown(line, u"an expectation of something that is not in the answer"_s);
    }
    PostmanValue chain;
    chain.kind = Kind::Expectation;
    chain.subject.push_back(std::move(subject));
    return chain;
}

PostmanReading<PostmanValue> expectationWord(PostmanValue chain, const QString &word, int line)
{
    static const QHash<QString, QJsonValue> constants{
        {u"true"_s, true}, {u"false"_s, false}, {u"null"_s, QJsonValue::Null}, {u"undefined"_s, QJsonValue::Undefined}};
    if (!chain.text.isEmpty())
        return unknownWord(chain, chain.text, line);
    if (joiningWords().contains(word))
        return chain;
    if (word == u"not") {
        chain.isNegated = true;
        return chain;
    }
    if (word == u"nested") {
        chain.literal = true;
        return chain;
    }
    if (relations().contains(word) || callableWords().contains(word)) {
        chain.text = word;
        return chain;
    }
    if (chain.subject.front().isOutside(u"pm.response") && statusWords().contains(word))
        return statusWord(std::move(chain), word, line);
    if (constants.contains(word))
        return equality(std::move(chain), postmanLiteral(constants.value(word)), line);
    if (word == u"exist")
        return existence(std::move(chain), line);
    return unknownWord(chain, word, line);
}

PostmanReading<PostmanValue> expectationCall(PostmanValue chain, const std::vector<PostmanValue> &arguments, int line)
{
    const QString word = chain.text;
    const QString relation = relations().value(word);
    if (word.isEmpty() || arguments.empty())
        return postmanUnknown(line, u"a call of \"%1\" without what it expects"_s.arg(word));
    const PostmanValue &first = arguments.front();
    if (relation == u"===")
        return equality(std::move(chain), first, line);
    if (!relation.isEmpty() && !chain.isNegated) {
        const PostmanValue subject = chain.subject.front();
        return asked(std::move(chain), postmanRelation(subject, relation, first, line));
    }
    if (word == u"property")
        return property(std::move(chain), arguments, line);
    if (word == u"a" || word == u"an")
        return typed(std::move(chain), first, line);
    if (word == u"oneOf")
        return oneOf(std::move(chain), first.literal, line);
    if (word == u"status")
        return status(std::move(chain), first, line);
    if (word == u"jsonBody")
        return jsonBody(std::move(chain), arguments, line);
    return unknownWord(chain, word, line);
}

} // namespace Decayscope
