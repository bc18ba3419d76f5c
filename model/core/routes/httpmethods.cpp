// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpmethods.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::array<QStringView, 7> verbs{u"get", u"post", u"put", u"delete", u"patch", u"head", u"options"};

/// What generic views of Django's REST framework do: part of their name, HTTP method, method that does the work.
struct GenericView
{
    QStringView part;
    QStringView method;
    QStringView worker;
};

constexpr std::array genericViews{
    GenericView{u"List", u"GET", u"list"},
    GenericView{u"Retrieve", u"GET", u"retrieve"},
    GenericView{u"Create", u"POST", u"create"},
    GenericView{u"Update", u"PUT", u"update"},
    GenericView{u"Update", u"PATCH", u"partial_update"},
    GenericView{u"Destroy", u"DELETE", u"destroy"},
};

bool hasMethod(const std::vector<std::pair<QString, Value>> &methods, QStringView method)
{
    return std::ranges::any_of(methods, [method](const auto &known) { return known.first == method; });
}

/// "ListCreateAPIView" among the bases of a class; empty where there is none.
QString genericBase(Evaluator &evaluator, const Value &classValue)
{
    const auto &code = evaluator.project().file(classValue.file);
    const auto bases = evaluator.classOf(classValue).bases;
    for (auto i = bases.begin; i < bases.end; ++i) {
        if (code.isWord(i) && code.at(i).endsWith(u"APIView") && code.at(i) != u"APIView")
            return code.at(i).toString();
    }
    return {};
}

} // namespace

bool isHttpVerb(QStringView name)
{
    return std::ranges::find(verbs, name) != verbs.end();
}

std::vector<std::pair<QString, Value>> httpMethodsOf(Evaluator &evaluator, const Value &classValue)
{
    std::vector<std::pair<QString, Value>> methods;
    for (const auto &ancestor : evaluator.lineageOf(classValue)) {
        for (const auto &[name, function] : evaluator.classOf(ancestor).methodOrder) {
            if (isHttpVerb(name) && !hasMethod(methods, name.toUpper()))
                methods.emplace_back(name.toUpper(), Value{Value::Kind::Function, ancestor.file, function, -1, {}});
        }
    }
    const auto generic = genericBase(evaluator, classValue);
    for (const auto &row : genericViews) {
        if (!generic.contains(row.part) || hasMethod(methods, row.method))
            continue;
        const auto worker = evaluator.member(classValue, row.worker.toString());
        methods.emplace_back(row.method.toString(), worker.is(Value::Kind::Function) ? worker : classValue);
    }
    return methods;
}

} // namespace Decayscope
