// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <syntax/filefacts.h>

#include <string>
#include <unordered_map>

namespace Decayscope {

/// The facts of one file by the names they are about: each question takes constant time and gives at most the last few
/// answers. The facts must live as long.
class FileNames
{
public:
    explicit FileNames(const FileFacts &facts);

    using Assignments = std::vector<const AssignmentFact *>;
    using Calls = std::vector<const CallFact *>;

    /// What a function assigns to a name, or the top of the file where `functionName` is empty.
    [[nodiscard]] const Assignments &assigned(
        std::string_view className, std::string_view functionName, std::string_view target) const;

    /// What is assigned to a name anywhere in the file.
    [[nodiscard]] const Assignments &assignedAnywhere(std::string_view target) const;

    /// Fields of a class: in its body, or as members of its instance.
    [[nodiscard]] const Assignments &fields(std::string_view className, std::string_view field) const;

    /// What a function returns; of a class where `className` is not empty.
    [[nodiscard]] const Assignments &returned(std::string_view className, std::string_view functionName) const;

    /// Calls whose result a name takes in a function, as in `with connect() as name`.
    [[nodiscard]] const Calls &results(
        std::string_view className, std::string_view functionName, std::string_view name) const;

    /// Calls of anything with a name: "connect" of `db.connect()`.
    [[nodiscard]] const Calls &callsOf(std::string_view name) const;

    /// Whether a call is the alternative of a value that only tests take: `isTest ? call() : other()`.
    [[nodiscard]] bool isTestAlternative(const CallFact &call) const;

    [[nodiscard]] const ClassFact *classNamed(std::string_view name) const; ///< Null where there is none.
    [[nodiscard]] const ExportFact *exported(std::string_view name) const;
    [[nodiscard]] const FunctionFact *function(std::string_view className, std::string_view name) const;

private:
    template <typename Fact>
    using Facts = std::unordered_map<std::string, std::vector<const Fact *>>;

    void addTestAlternatives(const SourceValue &value);

    std::vector<const SourceValue *> m_testAlternatives;
    Facts<AssignmentFact> m_assigned;
    Facts<AssignmentFact> m_anywhere;
    Facts<AssignmentFact> m_fields;
    Facts<CallFact> m_results;
    Facts<CallFact> m_calls;
    std::unordered_map<std::string, const ExportFact *> m_exports;
    std::unordered_map<std::string, const ClassFact *> m_classes;
    std::unordered_map<std::string, const FunctionFact *> m_functions;
};

/// Which parameter a name is; of very long lists only the first are looked at.
[[nodiscard]] std::optional<std::size_t> parameterIndex(const FunctionFact &function, std::string_view name);

} // namespace Decayscope
