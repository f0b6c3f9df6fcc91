/// Names that a mistyped one may have meant; KaTeX cannot list its own.
enum KnownNames {
  /// Common commands without their backslashes.
  static let commands: [String] = words(
    """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho
    varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi
    Psi Omega aleph ell hbar imath jmath Re Im wp nabla partial infty emptyset varnothing forall exists nexists
    neg lnot top bot angle prime degree
    frac dfrac tfrac cfrac binom dbinom tbinom sqrt over choose
    sum prod coprod int iint iiint oint bigcup bigcap bigoplus bigotimes bigvee bigwedge
    lim liminf limsup max min sup inf arg det dim exp gcd hom ker lg ln log Pr deg
    sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth operatorname limits nolimits
    pm mp times div cdot ast star circ bullet oplus ominus otimes oslash odot wedge vee land lor cap cup setminus
    leq le geq ge neq ne equiv sim simeq approx cong propto prec succ ll gg mid parallel perp models vdash
    subset supset subseteq supseteq subsetneq in ni notin doteq triangleq coloneqq
    to gets leftarrow rightarrow leftrightarrow Leftarrow Rightarrow Leftrightarrow uparrow downarrow updownarrow
    mapsto longmapsto longrightarrow longleftarrow hookrightarrow implies impliedby iff xrightarrow xleftarrow
    left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr langle rangle lfloor rfloor lceil rceil
    lvert rvert lVert rVert vert Vert lbrace rbrace lbrack rbrack backslash
    hat widehat tilde widetilde bar overline underline vec dot ddot check breve acute grave mathring
    overrightarrow overleftarrow overbrace underbrace overset underset stackrel boxed cancel phantom
    text textbf textit textrm textsf texttt mathrm mathbf mathit mathsf mathtt mathbb mathcal mathfrak mathscr
    boldsymbol bm displaystyle textstyle scriptstyle scriptscriptstyle
    ldots cdots vdots ddots dots quad qquad space hspace kern color textcolor colorbox
    begin end tag substack smash rule mathop mathbin mathrel mathord not def newcommand
    """)

  /// Environments.
  static let environments: [String] = words(
    """
    matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array subarray cases rcases dcases drcases
    align align* aligned alignat alignat* alignedat gather gather* gathered equation equation* split CD
    """)

  /// What to do instead of commands that LaTeX has and a lesson does not need.
  static let advice: [String: String] = [
    "label": "a displayed formula gets its label behind the closing $$: {#eq-name}",
    "ref": "the text refers to a formula with @eq-name",
    "eqref": "the text refers to a formula with @eq-name",
    "cite": "citations belong in the text: [@key]",
    "usepackage": "KaTeX loads no packages",
    "mbox": #"use \text"#,
    "cr": #"rows end with \\"#,
    "bold": #"use \mathbf"#,
  ]

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
