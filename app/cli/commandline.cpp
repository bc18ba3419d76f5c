// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"

#include "verbs.h"

#include <CLI/CLI.hpp>
#include <workspace/storepath.h>

#include <QFileInfo>

#include <algorithm>

namespace Decayscope {

namespace {

/// CLI11's objects of one call; verbs hold pointers into it.
struct Program
{
    CLI::App app{"Decayscope: how coding agents lose quality as structural constraints pile up.\n"
                 "Without a verb the window opens.",
        "decayscope"};
    std::vector<std::unique_ptr<Verb>> verbs = allVerbs();
    std::string store;
    std::string file;
    Console::Options console;
};

void declare(Program &program)
{
    auto &app = program.app;
    app.set_version_flag("--version", "decayscope " DECAYSCOPE_VERSION);
    app.set_help_all_flag("--help-all", "Help of all verbs");
    app.fallthrough();
    app.add_option(
           "--store", program.store, "The study file (*.decayscope); default: $DECAYSCOPE_STORE, else the user's own")
        ->type_name("FILE");
    app.add_flag("--json", program.console.json, "The answer is one JSON document");
    app.add_flag(
        "--progress", program.console.tellsProgress, "Progress as lines on standard error, for other programs");
    app.add_flag("--quiet", program.console.quiet, "No progress and no warnings");
    for (const auto &verb : program.verbs)
        verb->declare(app);
    app.add_option("STUDY", program.file,
           "A study file, a hand-out to label (*.dslabels) or an exported figure, to open in the window")
        ->check([](const std::string &word) {
            return QFileInfo(QString::fromStdString(word)).isFile()
                ? std::string()
                : "\"" + word + "\" is neither a verb nor a file; see --help";
        });
    app.require_subcommand(0, 1);
}

/// CLI11's own statuses are many; the contract knows 0 for help and version, 2 for wrong usage.
std::optional<ExitStatus> parse(CLI::App &app, int argc, const char *const *argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? ExitStatus::Done : ExitStatus::Usage;
    }
    return std::nullopt;
}

} // namespace

std::vector<std::unique_ptr<Verb>> allVerbs()
{
    std::vector<std::unique_ptr<Verb>> verbs;
    verbs.push_back(makeImportVerb());
    verbs.push_back(makeTablesVerb());
    verbs.push_back(makeAnalysesVerb());
    verbs.push_back(makeCompareVerb());
    verbs.push_back(makeRunsVerb());
    verbs.push_back(makeShowVerb());
    verbs.push_back(makeSearchVerb());
    verbs.push_back(makeVerifyVerb());
    verbs.push_back(makeSuiteVerb());
    verbs.push_back(makeTasksVerb());
    verbs.push_back(makeEvaluateVerb());
    verbs.push_back(makeLabelsVerb());
    verbs.push_back(makeFigureVerb());
    verbs.push_back(makeBundleVerb());
    verbs.push_back(makeReportVerb());
    verbs.push_back(makeStoreVerb());
    return verbs;
}

Request readCommandLine(int argc, const char *const *argv, const Verifiers &verifiers)
{
    const auto program = std::make_shared<Program>();
    declare(*program);
    if (const auto status = parse(program->app, argc, argv))
        return *status;

    const auto chosen = std::ranges::find_if(program->verbs, [](const auto &verb) { return verb->wasChosen(); });
    if (chosen == program->verbs.end())
        return OpenWindow{QString::fromStdString(program->file.empty() ? program->store : program->file)};

    const auto run = [program, verifiers, verb = chosen->get()] {
        catchInterrupt();
        Console console(program->console);
        const auto store = QString::fromStdString(program->store);
        return verb->run({.store = store.isEmpty() ? defaultStorePath() : store,
                             .isStoreNamed = !store.isEmpty(),
                             .verifiers = verifiers},
            console);
    };
    return RunVerb{.run = run, .paints = (*chosen)->paints()};
}

} // namespace Decayscope
