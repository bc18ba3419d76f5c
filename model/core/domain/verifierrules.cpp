// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifierrules.h"

#include <algorithm>

namespace Decayscope {

namespace {

VerifierRule rule(const char *id, ConstraintKind kind, const char *title, const char *explanation)
{
    return {QString::fromLatin1(id), kind, QString::fromLatin1(title), QString::fromLatin1(explanation)};
}

std::vector<VerifierRule> makeRules()
{
    using enum ConstraintKind;
    return {
        rule("layer-up", Architecture, "Import goes up a layer",
            "Each layer may depend on itself and on layers below it: routes on services, services on repositories, all "
            "of them on models. This import goes the other way, so the lower layer cannot be used or changed without "
            "the upper one. Types count as well: they tie the code just as much. Move what is imported down, or hand "
            "it in from outside."),
        rule("layers-missing", Architecture, "Layers are missing",
            "Clean Architecture asks for routes, services, models and repositories. At least three of them must hold "
            "code; an empty folder is no layer. Folders are known by their names, or else by what their code does."),
        rule("layers-mixed", Architecture, "Layers share a directory",
            "Each layer belongs into a directory of its own. Here files of several layers lie side by side, so a layer "
            "cannot be told by its place."),
        rule("engine-missing", Database, "Nothing connects to the database",
            "The task names a database engine, and no code that the server runs opens a connection to it. A driver "
            "that is listed or imported, but never connected, is not used."),
        rule("engine-other", Database, "Another engine is connected to",
            "The task names one database engine. This code opens a connection to another one, be it as a fallback: "
            "which engine holds the data then depends on circumstances."),
        rule("orm-missing", Orm, "The ORM is not used",
            "The task asks for an ORM. No code that the server runs declares tables or models with it and works with "
            "them; listing or importing the package is not using it."),
        rule("raw-sql", Orm, "SQL is written by hand beside the ORM",
            "The task asks for the ORM to handle the database. This statement goes to the database as text. Set-up "
            "such as PRAGMA, SELECT 1 or CREATE EXTENSION, fragments inside the ORM's own queries, and migrations are "
            "no violations."),
        rule("orm-bypassed", Orm, "The database is used past the ORM",
            "The task asks for one ORM to handle the database. Here a driver or another ORM reads or writes data "
            "beside it."),
    };
}

} // namespace

const std::vector<VerifierRule> &verifierRules()
{
    static const auto rules = makeRules();
    return rules;
}

const VerifierRule *verifierRule(QStringView id)
{
    const auto &rules = verifierRules();
    const auto found = std::ranges::find(rules, id, &VerifierRule::id);
    return found == rules.end() ? nullptr : &*found;
}

} // namespace Decayscope
