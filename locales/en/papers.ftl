# Words on paper: letters, agreements, forms.

paper-date = Date
paper-reference = Reference
paper-page = Page
paper-of = of
paper-parties = Who agree on this
paper-party = Party
paper-name = Name
paper-in-person = Address and details
paper-figures = What it is about
paper-what = Subject
paper-agreed = Agreed
paper-article = Article
paper-signatures = Signatures
paper-signature = Signature
paper-open = Not signed yet
paper-question = Question
paper-answer = Answer
paper-no-answer = Not filled in
paper-pdf = As PDF
paper-cannot = The PDF could not be made. There is a mistake in the template for papers. Tell the administrator.
