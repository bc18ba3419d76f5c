// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contractoptions.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <evaluation/evaluatedcontract.h>
#include <suite/suitereports.h>
#include <suite/suiterunner.h>

#include <QSaveFile>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;
using namespace Qt::StringLiterals;

Result<> writeReport(const QString &path, const QByteArray &report)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(report) != report.size() || !file.commit())
        return failure(ErrorKind::Unreadable, u"Cannot write \"%1\": %2."_s.arg(path, file.errorString()));
    return {};
}

ordered_json toJson(const CheckResult &check)
{
    return {{"name", jsonText(check.name)}, {"passed", check.passed}, {"expected", jsonText(check.expected)},
        {"actual", jsonText(check.actual)}};
}

ordered_json toJson(const HttpExchange &exchange)
{
    auto assertions = ordered_json::array();
    for (const auto &check : exchange.checks)
        assertions.push_back(toJson(check));
    return {{"name", jsonText(exchange.name)}, {"method", jsonText(exchange.method)}, {"url", jsonText(exchange.url)},
        {"status", exchange.status ? ordered_json(*exchange.status) : ordered_json()},
        {"milliseconds", exchange.milliseconds},
        {"error", exchange.error.isEmpty() ? ordered_json() : ordered_json(jsonText(exchange.error))},
        {"assertions", std::move(assertions)}};
}

ordered_json toJson(const SuiteResult &result)
{
    auto requests = ordered_json::array();
    for (const auto &exchange : result.exchanges)
        requests.push_back(toJson(exchange));
    return {{"total", result.total()}, {"passed", result.passed()}, {"failed", result.total() - result.passed()},
        {"seconds", static_cast<double>(result.milliseconds) / 1000}, {"requests", std::move(requests)}};
}

/// A request in one line, and below it what failed.
QStringList toText(const HttpExchange &exchange, int number)
{
    const auto passed = std::ranges::count_if(exchange.checks, &CheckResult::passed);
    QStringList lines{u"%1  %2 %3  %4/%5  %6 ms  %7 (%8)"_s.arg(number, 2)
            .arg(exchange.status ? QString::number(*exchange.status) : u"---"_s, exchange.method.leftJustified(6))
            .arg(passed, 2)
            .arg(QString::number(exchange.checks.size()).leftJustified(2))
            .arg(exchange.milliseconds, 5)
            .arg(exchange.name, exchange.group)};
    if (!exchange.error.isEmpty())
        lines.append(u"      "_s + exchange.error);
    for (const auto &check : exchange.checks) {
        if (!check.passed && exchange.status)
            lines.append(u"      failed: %1: %2"_s.arg(check.name, failureMessage(check, exchange)));
    }
    return lines;
}

QString toText(const SuiteResult &result)
{
    QStringList lines;
    for (int number = 1; const auto &exchange : result.exchanges)
        lines += toText(exchange, number++);
    lines.append(u"%1 of %2 assertions passed in %3 s"_s.arg(result.passed())
            .arg(result.total())
            .arg(static_cast<double>(result.milliseconds) / 1000, 0, 'f', 2));
    return lines.join(u'\n');
}

class SuiteVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("suite", "Runs the behavioural suite against a running server, no store");
        m_command->add_option("--base-url", m_baseUrl, "Where the API is, such as http://localhost:8080/api")
            ->required()
            ->check(checkAddress)
            ->type_name("URL");
        m_command
            ->add_option("--suite", m_suite,
                "A suite file, a Postman collection, or the name of a built-in suite or of a contract")
            ->capture_default_str()
            ->type_name("FILE");
        declareContracts(*m_command, m_contracts);
        m_command->add_option("--var", m_variables, "A variable of the suite, NAME=VALUE; may be repeated")
            ->check(checkVariable)
            ->allow_extra_args(false)
            ->type_name("NAME=VALUE");
        m_command->add_option("--csv", m_csv, "Writes the report in the study's CSV columns")->type_name("FILE");
        m_command->add_option("--junit", m_junit, "Writes the report as JUnit XML")->type_name("FILE");
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &, Console &console) override
    {
        const auto suite = chosenSuite(console);
        if (!suite) {
            console.fail(suite.error());
            return ExitStatus::Partly;
        }
        const auto result = runSuite(*suite, target(), console.progress());
        console.endProgress();
        if (!result)
            return refused(result.error(), console);
        console.wantsJson() ? console.answer(toJson(*result)) : console.answer(toText(*result));
        if (const auto written = writeReports(*suite, *result); !written)
            return refused(written.error(), console);
        return result->passed() == result->total() ? ExitStatus::Done : ExitStatus::Findings;
    }

private:
    static std::string checkAddress(const std::string &address)
    {
        return address.starts_with("http://") ? std::string()
                                              : "\"" + address + "\" is not the address of a server over http://";
    }

    static std::string checkVariable(const std::string &variable)
    {
        return variable.find('=') != std::string::npos && variable.front() != '='
            ? std::string()
            : "\"" + variable + "\" should be written as NAME=VALUE";
    }

    /// A contract goes before a file of its name; the program's own suites go before both.
    [[nodiscard]] Result<HttpSuite> chosenSuite(Console &console) const
    {
        const auto name = QString::fromStdString(m_suite);
        if (builtInSuiteNames().contains(name))
            return builtInSuite(name);
        const auto contracts = chosenContracts(m_contracts, console);
        if (!contracts)
            return std::unexpected(contracts.error());
        const auto *contract = contracts->contract(name);
        return contract != nullptr ? scoredSuiteOf(*contract) : openSuite(name);
    }

    [[nodiscard]] SuiteTarget target() const
    {
        SuiteTarget target;
        target.baseUrl = QString::fromStdString(m_baseUrl);
        for (const auto &variable : m_variables) {
            const auto text = QString::fromStdString(variable);
            const auto equals = text.indexOf(u'=');
            target.variables.insert_or_assign(text.first(equals), text.sliced(equals + 1));
        }
        return target;
    }

    [[nodiscard]] Result<> writeReports(const HttpSuite &suite, const SuiteResult &result) const
    {
        const auto title = suite.title.isEmpty() ? suite.name : suite.title;
        if (!m_csv.empty()) {
            if (auto written = writeReport(QString::fromStdString(m_csv), csvReport(result, suite.name)); !written)
                return written;
        }
        if (!m_junit.empty())
            return writeReport(QString::fromStdString(m_junit), junitReport(result, title));
        return {};
    }

    static ExitStatus refused(const Error &error, const Console &console)
    {
        if (error.kind == ErrorKind::Cancelled)
            return ExitStatus::Cancelled;
        console.fail(error);
        return error.kind == ErrorKind::InvalidInput ? ExitStatus::Usage : ExitStatus::Partly;
    }

    CLI::App *m_command = nullptr;
    std::string m_baseUrl;
    std::string m_suite = "conduit";
    std::vector<std::string> m_contracts;
    std::vector<std::string> m_variables;
    std::string m_csv;
    std::string m_junit;
};

} // namespace

std::unique_ptr<Verb> makeSuiteVerb()
{
    return std::make_unique<SuiteVerb>();
}

} // namespace Decayscope
