// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filteroptions.h"

#include <publishing/figurerecipe.h>

#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace Decayscope {

/// The options of `figure NAME`: what is said stands in the recipe, what is not stays as the recipe's file, the venue
/// or the program has it.
class FigureOptions
{
public:
    void declare(CLI::App &command);

    /// Reads the files that are named. Errors are those of usage or of such a file.
    [[nodiscard]] Result<FigureRecipe> recipe() const;

private:
    /// An option whose text is the name of a choice.
    struct Choice
    {
        const char *option;
        const char *help;
        QStringList names;
        void (*set)(FigureRecipe &recipe, QStringView name);
        CLI::Option *given = nullptr;
        std::string name;
    };
    struct Number
    {
        const char *option;
        const char *help;
        double FigureLook::*field;
        double minimum;
        double maximum;
        CLI::Option *given = nullptr;
        double value = 0;
    };
    struct Text
    {
        const char *option;
        const char *help;
        void (*set)(FigureRecipe &recipe, const QString &text);
        CLI::Option *given = nullptr;
        std::string text;
    };
    struct Flag
    {
        const char *option;
        const char *help;
        void (*set)(FigureRecipe &recipe);
        bool isGiven = false;
    };

    [[nodiscard]] static std::vector<Choice> choices();
    [[nodiscard]] static std::vector<Number> numbers();
    [[nodiscard]] static std::vector<Text> texts();
    [[nodiscard]] static std::vector<Flag> flags();

    void declareLook(CLI::App &command);
    [[nodiscard]] Result<FigureRecipe> base() const; ///< Of the file, or the venue's look.
    [[nodiscard]] Result<> takeName(FigureRecipe &recipe) const;
    [[nodiscard]] Result<> takePrices(FigureRecipe &recipe) const;
    void takeSizes(FigureRecipe &recipe) const;
    void takeOverrides(FigureRecipe &recipe) const;

    std::string m_name;
    std::string m_recipeFile;
    std::string m_preset;
    std::string m_prices;
    std::vector<std::string> m_overrides;
    std::vector<Choice> m_choices = choices();
    std::vector<Number> m_numbers = numbers();
    std::vector<Text> m_texts = texts();
    std::vector<Flag> m_flags = flags();
    FilterOptions m_filters;
};

} // namespace Decayscope
