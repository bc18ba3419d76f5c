// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verbs.h"

#include <CLI/CLI.hpp>
#include <domain/verifierrules.h>
#include <verifiers/workspacepatch.h>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

/// The syntax verifiers name the rule that is broken.
ordered_json toJson(const Violation &violation)
{
    ordered_json object{
        {"file", jsonText(violation.file)}, {"line", violation.line}, {"reason", jsonText(violation.reason)}};
    if (const auto *rule = verifierRule(violation.rule)) {
        object["rule"] = jsonText(rule->id);
        object["explanation"] = jsonText(rule->explanation);
    }
    return object;
}

ordered_json toJson(const ConstraintVerdict &verdict)
{
    auto violations = ordered_json::array();
    for (const auto &violation : verdict.violations)
        violations.push_back(toJson(violation));
    auto evidence = ordered_json::array();
    for (const auto &sign : verdict.evidence)
        evidence.push_back(jsonText(sign));
    return {{"compliant", verdict.compliant}, {"reason", jsonText(verdict.reason)},
        {"violations", std::move(violations)}, {"evidence", std::move(evidence)}};
}

QString toText(const Violation &violation)
{
    const auto rule = violation.rule.isEmpty() ? QString() : QString(u" [" % violation.rule % u"]");
    return QStringLiteral("  %1:%2: %3%4").arg(violation.file).arg(violation.line).arg(violation.reason, rule);
}

QString toText(const ConstraintVerdict &verdict)
{
    QStringList lines{QStringLiteral("%1: %2. %3")
            .arg(constraintName(verdict.constraint),
                verdict.compliant ? QStringLiteral("compliant") : QStringLiteral("violated"), verdict.reason)};
    for (const auto &violation : verdict.violations)
        lines.append(toText(violation));
    if (!verdict.evidence.isEmpty())
        lines.append(QString(u"  evidence: " % verdict.evidence.join(u", ")));
    return lines.join(u'\n');
}

class VerifyVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("verify", "Runs the static verifiers alone, without a store");
        auto *input = m_command->add_option_group("input", "What to verify");
        input->add_option("--patch", m_patch, "A patch, as `git diff` writes it");
        input->add_option("--workspace", m_workspace, "A folder, read as if a patch had added all its files");
        input->require_option(1);
        m_command->add_option("--constraints", m_constraints, "Comma-separated constraints")
            ->required()
            ->check(checkConstraints);
        m_command->add_option("--mode", m_mode, "How to verify")
            ->check(CLI::IsMember({"reference", "syntax"}))
            ->capture_default_str();
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto patch = m_patch.empty() ? patchOfWorkspace(QString::fromStdString(m_workspace))
                                           : patchOfFile(QString::fromStdString(m_patch));
        if (!patch) {
            console.fail(patch.error());
            return ExitStatus::Partly;
        }
        const auto verdicts = verifier(context).verify(*patch, constraints());
        tell(verdicts, console);
        const auto compliant = std::ranges::all_of(verdicts, &ConstraintVerdict::compliant);
        return compliant ? ExitStatus::Done : ExitStatus::Findings;
    }

private:
    static std::string checkConstraints(const std::string &list)
    {
        for (const auto &name : QString::fromStdString(list).split(u',')) {
            if (!constraintFromName(name.trimmed()))
                return "\"" + name.toStdString()
                    + "\" is no constraint; there are clean_architecture, postgres, sqlite, "
                      "sqlalchemy, sequelize";
        }
        return {};
    }

    [[nodiscard]] const Verifier &verifier(const VerbContext &context) const
    {
        return m_mode == "syntax" ? context.verifiers.syntax : context.verifiers.reference;
    }

    static void tell(const std::vector<ConstraintVerdict> &verdicts, const Console &console)
    {
        if (console.wantsJson()) {
            auto byName = ordered_json::object();
            for (const auto &verdict : verdicts)
                byName[jsonText(constraintName(verdict.constraint))] = toJson(verdict);
            console.answer(ordered_json{{"verdicts", std::move(byName)}});
            return;
        }
        QStringList lines;
        for (const auto &verdict : verdicts)
            lines.append(toText(verdict));
        console.answer(lines.join(u'\n'));
    }

    [[nodiscard]] ConstraintSet constraints() const
    {
        ConstraintSet set;
        for (const auto &name : QString::fromStdString(m_constraints).split(u',')) {
            if (const auto constraint = constraintFromName(name.trimmed()))
                set = set.with(*constraint);
        }
        return set;
    }

    CLI::App *m_command = nullptr;
    std::string m_patch;
    std::string m_workspace;
    std::string m_constraints;
    std::string m_mode = "reference";
};

} // namespace

std::unique_ptr<Verb> makeVerifyVerb()
{
    return std::make_unique<VerifyVerb>();
}

} // namespace Decayscope
